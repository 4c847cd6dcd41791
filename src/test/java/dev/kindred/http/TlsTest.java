package dev.kindred.http;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.query.HostAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {

    private static final String PASSWORD = "of the store";

    @TempDir
    private static Path directory = Path.of("");

    private final Router router = new Router(
            List.of(Route.get("/", "Answers.").does(arguments -> Reply.json("yes"))),
            List.of(),
            failure -> Optional.empty(),
            100);

    @BeforeAll
    void makeStore() throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                "kindred",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1");
    }

    private static void keytool(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(command));
        all.addAll(List.of("-keystore", store().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        ProcessBuilder keytool = new ProcessBuilder(all).redirectError(DISCARD).redirectOutput(DISCARD);
        assertThat(keytool.start().waitFor()).isZero();
    }

    private static Path store() {
        return directory.resolve("store.p12");
    }

    private HttpServer server() {
        TlsSettings tls = new TlsSettings(store(), PASSWORD);
        return HttpServer.start(
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        4,
                        new BodySettings(100, Duration.ofSeconds(10), 0),
                        List.of(),
                        Optional.of(tls)),
                router);
    }

    private static HttpResponse<String> ask(URI address, String protocol)
            throws IOException, InterruptedException, GeneralSecurityException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting())
                .sslParameters(parameters)
                .build();
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** Holds the server's certificate, and no private key. */
    private static KeyStore certificates() throws GeneralSecurityException, IOException {
        KeyStore own = new TlsSettings(store(), PASSWORD).load();
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("kindred", own.getCertificate("kindred"));
        return trusted;
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void answersInTheProtocolsOfToday(String protocol) throws Exception {
        try (HttpServer server = server()) {
            HttpResponse<String> answer = ask(server.address(), protocol);

            assertThat(server.address()).hasScheme("https");
            assertThat(answer.body()).isEqualTo("\"yes\"");
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).isEqualTo(protocol));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    @Test
    void instancesWithTheSameStoreTrustEachOther() {
        try (HttpServer server = server()) {
            HttpPeers peers = new HttpPeers(Optional.of(new TlsSettings(store(), PASSWORD)), Duration.ofSeconds(20), 1);
            HostAddress peer = new HostAddress("127.0.0.1", server.address().getPort());

            Reply reply = peers.ask(peer, new PeerRequest("GET", "/", Map.of(), Optional.empty()))
                    .join();

            assertThat(reply.body()).asString().isEqualTo("\"yes\"");
        }
    }

    @Test
    void aCertificateInAFileIsTrusted() throws Exception {
        String certificate = Base64.getMimeEncoder()
                .encodeToString(certificates().getCertificate("kindred").getEncoded());
        Path pem = Files.writeString(
                directory.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");

        try (HttpServer server = server()) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(Trust.inFile(pem)).build();

            assertThat(client.send(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("\"yes\"");
        }
    }

    /** Built by hand, because the JDK itself no longer offers the old ones: SSL 3.0 is 3.0, TLS 1.0 to 1.2 are 3.1 to 3.3. */
    @ParameterizedTest
    @CsvSource({"3, HANDSHAKE", "2, PROTOCOL_VERSION", "1, PROTOCOL_VERSION", "0, PROTOCOL_VERSION"})
    void refusesTheProtocolsOfYesterday(int minor, String expected) throws IOException {
        try (HttpServer server = server();
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(hello(minor));
            socket.getOutputStream().flush();

            byte[] record = socket.getInputStream().readNBytes(7); // type, version, length, and of an alert all it says

            boolean isHandshake = record[0] == 22;
            boolean isAlertOnVersion = record[0] == 21 && record[6] == 70;
            assertThat(isHandshake ? "HANDSHAKE" : isAlertOnVersion ? "PROTOCOL_VERSION" : "ANOTHER")
                    .isEqualTo(expected);
        }
    }

    /** A ClientHello of RFC 5246 without extensions. */
    private static byte[] hello(int minor) {
        int[] suites = {0xc02b, 0xc009}; // ECDHE with ECDSA: AES-GCM of TLS 1.2, AES-CBC of the older ones
        int bodyBytes = 2 + 32 + 1 + 2 + 2 * suites.length + 2;
        ByteBuffer hello = ByteBuffer.allocate(9 + bodyBytes);
        hello.put((byte) 22).put((byte) 3).put((byte) minor).putShort((short) (4 + bodyBytes));
        hello.putInt(1 << 24 | bodyBytes); // the type and three bytes of length
        hello.put((byte) 3).put((byte) minor).put(new byte[32]).put((byte) 0);
        hello.putShort((short) (2 * suites.length));
        for (int suite : suites) {
            hello.putShort((short) suite);
        }
        return hello.put((byte) 1).put((byte) 0).array();
    }

    @Test
    void answersNothingInTheClear() throws IOException {
        try (HttpServer server = server();
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("yes")
                    .doesNotStartWith("HTTP");
        }
    }

    @Nested
    final class AStore {

        private void assertRefused(Path path, String password, String start) {
            TlsSettings settings = new TlsSettings(path, password);

            assertThatThrownBy(settings::load)
                    .isInstanceOf(HttpServerException.class)
                    .hasMessageStartingWith(start + " " + path + ": ")
                    .hasMessageContaining("http.tls.key.store")
                    .hasMessageNotContaining(PASSWORD);
        }

        @Test
        void thatIsMissingIsSaidToBe() {
            assertRefused(directory.resolve("absent.p12"), PASSWORD, "cannot read the key store");
        }

        @Test
        void opensWithItsPasswordAlone() {
            assertRefused(store(), "guessed", "cannot read the key store");
        }

        @Test
        void isNoOtherFile() throws IOException {
            assertRefused(Files.writeString(directory.resolve("a.p12"), "text"), PASSWORD, "cannot read the key store");
        }

        @Test
        void holdsAPrivateKey() throws IOException, GeneralSecurityException {
            Path path = directory.resolve("certificates.p12");
            try (OutputStream out = Files.newOutputStream(path)) {
                certificates().store(out, PASSWORD.toCharArray());
            }

            assertRefused(path, PASSWORD, "no private key in");
        }

        @Test
        void keepsItsPasswordToItself() {
            assertThat(new TlsSettings(store(), PASSWORD)).asString().doesNotContain(PASSWORD);
        }
    }
}
