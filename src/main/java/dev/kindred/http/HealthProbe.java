package dev.kindred.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks an instance on this machine about its health.
 *
 * <p>With TLS it trusts the certificates in the server's own key store, whatever name they are for: the probe connects to
 * an address of this machine, which a certificate rarely names. It uses the oldest client of the JDK, which starts
 * fastest.
 *
 * @param settings of the asked server, with the port that it listens on
 */
public record HealthProbe(HttpSettings settings, Duration timeout) {

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body in JSON
     */
    public record Answer(int status, String body) {

        public boolean isWell() {
            return status == HttpURLConnection.HTTP_OK;
        }
    }

    /**
     * Sends a GET request.
     *
     * @throws IOException if there is no answer within the timeout
     * @throws HttpServerException if the key store cannot be used
     */
    public Answer ask(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address().resolve(path).toURL().openConnection();
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        if (connection instanceof HttpsURLConnection secure && settings.tls().isPresent()) {
            secure.setSSLSocketFactory(settings.tls().get().trusting().getSocketFactory());
            secure.setHostnameVerifier((host, session) -> true);
        }
        try {
            int status = connection.getResponseCode();
            return new Answer(
                    status, status < 400 ? text(connection.getInputStream()) : text(connection.getErrorStream()));
        } finally {
            connection.disconnect();
        }
    }

    /** The asked address: a wildcard address, which listens on all interfaces, is asked on the loopback interface. */
    public URI address() throws IOException {
        InetAddress host = InetAddress.getByName(settings.host());
        String reachable =
                host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress().getHostAddress() : host.getHostAddress();
        String scheme = settings.tls().isPresent() ? "https" : "http";
        String literal = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return URI.create(scheme + "://" + literal + ":" + settings.port());
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
