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

/** Whom a client of TLS believes. */
public final class Trust {

    private Trust() {}

    /**
     * Trusts whoever shows a certificate that stands in a file, or is signed by one.
     *
     * @param pem certificates in the format PEM
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if it holds something else, or nothing
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
            throw new GeneralSecurityException("there is no certificate in it");
        }
        return in(certificates);
    }

    /** Trusts whoever shows a certificate that stands in a store, or is signed by one. */
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
