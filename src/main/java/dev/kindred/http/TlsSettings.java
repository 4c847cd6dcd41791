package dev.kindred.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import javax.net.ssl.SSLContext;

/**
 * The private key and the certificate of the server.
 *
 * @param keyStore a file in PKCS12 format
 * @param password of the file and of the key in it
 */
public record TlsSettings(Path keyStore, String password) {

    /**
     * Reads the key store.
     *
     * @throws HttpServerException if the file is missing, the password is wrong, or the file holds no private key
     */
    public KeyStore load() {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            if (!holdsKey(store)) {
                throw new HttpServerException("no private key in " + keyStore + ": add the key with its certificate,"
                        + " or set http.tls.key.store to another file");
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new HttpServerException(
                    "cannot read the key store " + keyStore + ": set http.tls.key.store to a file in PKCS12 format,"
                            + " and http.tls.key.store.password to its password",
                    e);
        }
    }

    private boolean holdsKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, password.toCharArray()) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * A context that trusts the certificates in the file and all certificates that they sign: the server's own, its
     * issuers, and others that the operator added.
     *
     * @throws HttpServerException if the file cannot be used, as in {@link #load}
     */
    SSLContext trusting() {
        KeyStore store = load();
        try {
            return Trust.in(certificatesOf(store));
        } catch (IOException | GeneralSecurityException e) {
            throw new HttpServerException("cannot use the certificates in the key store " + keyStore, e);
        }
    }

    private static KeyStore certificatesOf(KeyStore store) throws IOException, GeneralSecurityException {
        KeyStore certificates = Trust.emptyStore();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            Certificate[] all = chain == null ? new Certificate[] {store.getCertificate(alias)} : chain;
            for (int i = 0; i < all.length; i++) {
                certificates.setCertificateEntry(alias + " " + i, all[i]);
            }
        }
        return certificates;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return keyStore.toString();
    }
}
