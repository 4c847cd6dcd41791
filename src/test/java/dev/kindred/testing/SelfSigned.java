package dev.kindred.testing;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for 127.0.0.1 with a certificate that it signs itself, in files.
 *
 * @param store the key, in PKCS12
 * @param certificate the certificate, in PEM
 */
public record SelfSigned(Path store, Path certificate) {

    /** Of every store. */
    public static final String PASSWORD = "of-the-store";

    /** Makes a new one with keytool. */
    public static SelfSigned create(Path directory, String name) throws IOException, InterruptedException {
        SelfSigned made = new SelfSigned(directory.resolve(name + ".p12"), directory.resolve(name + ".pem"));
        made.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1");
        made.keytool("-exportcert", "-rfc", "-file", made.certificate.toString());
        return made;
    }

    private void keytool(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(command));
        all.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-alias", "own"));
        ProcessBuilder keytool = new ProcessBuilder(all).redirectError(DISCARD).redirectOutput(DISCARD);
        assertThat(keytool.start().waitFor()).isZero();
    }

    /** For a server that has the key. */
    public SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Kindred's setting of the file. */
    public String storeSetting() {
        return "http.tls.key.store=" + store;
    }

    /** Kindred's setting of its password. */
    public String passwordSetting() {
        return "http.tls.key.store.password=" + PASSWORD;
    }
}
