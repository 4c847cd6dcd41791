package dev.kindred.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that a TLS client trusts. */
public final class Trust {

    private Trust() {}

    /**
     * A context that trusts the certificates in a file, and all certificates that they sign.
     *
     * @param pem certificates in PEM format
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if it is empty or not PEM
     */
    public static SSLContext inFile(Path pem) throws IOException, GeneralSecurityException {
        KeyStore certificates = emptyStore();
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.setCertificateEntry(String.valueOf(certificates.size()), certificate);
            }
        }
        if (certificates.size() == 0) {
            throw new GeneralSecurityException("the file holds no certificate");
        }
        return in(certificates);
    }

    /** A context that trusts the certificates in a store, and all certificates that they sign. */
    static SSLContext in(KeyStore certificates) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
