package dev.kindred.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.net.Clients;
import dev.kindred.net.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * A client of the instances behind one address, with a key. It retries while an instance is not ready, for as long as
 * the patience lasts; a refused request ends the export. Not thread safe.
 */
public final class Service {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
    private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);
    private static final JsonMapper JSON = new JsonMapper();

    /** The remaining time for retries of one request. Not thread safe: one per request. */
    static final class Patience {

        private static final Duration LEAST = Duration.ofSeconds(1);
        private static final Duration MOST = Duration.ofSeconds(30);

        private final Pause pause;
        private Duration left;

        /** @param whole the sum of all pauses */
        Patience(Pause pause, Duration whole) {
            this.pause = pause;
            this.left = whole;
        }

        /**
         * Waits before another attempt.
         *
         * @param wanted the pause that the server requests, if any
         * @return false, without waiting, if the time is over
         */
        boolean pause(Optional<Duration> wanted) throws InterruptedException {
            Duration asked =
                    wanted.filter(length -> length.compareTo(LEAST) > 0).orElse(LEAST);
            Duration bounded = asked.compareTo(MOST) < 0 ? asked : MOST;
            left = left.minus(bounded);
            if (left.isNegative()) {
                return false;
            }
            pause.last(bounded);
            return true;
        }
    }

    private final URI address;
    private final Optional<String> key;
    private final HttpClient client;
    private boolean hasAnswered;

    /**
     * A client that has not sent a request yet.
     *
     * @param address of an instance or a load balancer: http or https, with an optional path
     * @param key of the client, in visible ASCII
     * @param trust trusted certificates; empty for those that the Java platform trusts
     */
    public Service(URI address, Optional<String> key, Optional<SSLContext> trust) {
        this.address = address;
        this.key = key;
        HttpClient.Builder builder = Clients.builder(CONNECT_TIMEOUT);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * Sends a GET request for a path and query, which are percent-encoded.
     *
     * @param patience how long to retry while the instance is not ready
     * @throws ExportException if the service refuses, or does not answer in time
     */
    public JsonNode get(String target, Duration patience) throws InterruptedException {
        return get(target, new Patience(Pause.SLEEP, patience));
    }

    /** Sends a GET request for a path and query, which are percent-encoded. */
    JsonNode get(String target, Patience patience) throws InterruptedException {
        return ask(request(target).build(), patience);
    }

    /** Sends a POST request with a body. */
    JsonNode post(String target, JsonNode body, Patience patience) throws InterruptedException {
        return ask(
                request(target)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                patience);
    }

    private HttpRequest.Builder request(String target) {
        String base = address.toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + target))
                .timeout(TIMEOUT);
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private JsonNode ask(HttpRequest request, Patience patience) throws InterruptedException {
        while (true) {
            Attempt attempt = attempt(request);
            if (attempt.answer().isPresent()) {
                return attempt.answer().get();
            }
            if (!patience.pause(attempt.retryAfter())) {
                throw new ExportException(address + " " + attempt.hindrance()
                        + " for too long: try again later, or set a greater --patience");
            }
        }
    }

    /**
     * The result of one attempt.
     *
     * @param answer empty if the request is to be retried
     * @param retryAfter the pause that the server requests, if any
     * @param hindrance the reason, as the end of a sentence
     */
    private record Attempt(Optional<JsonNode> answer, Optional<Duration> retryAfter, String hindrance) {

        static Attempt answered(JsonNode answer) {
            return new Attempt(Optional.of(answer), Optional.empty(), "");
        }

        static Attempt failed(Optional<Duration> retryAfter, String hindrance) {
            return new Attempt(Optional.empty(), retryAfter, hindrance);
        }
    }

    private Attempt attempt(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            hasAnswered = true;
            return RETRYABLE.contains(response.statusCode())
                    ? Attempt.failed(retryAfter(response), "is not ready (" + detail(response) + ")")
                    : Attempt.answered(answer(response));
        } catch (IOException e) {
            if (!hasAnswered) { // more likely a wrong address than a transient failure
                throw new ExportException(
                        "no answer from " + address + ": check --url, and that an instance runs there with"
                                + " http.enabled (" + reason(e) + ")",
                        e);
            }
            return Attempt.failed(Optional.empty(), "does not answer");
        }
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}")) // Kindred sends no dates
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private JsonNode answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (KEY_REFUSED.contains(status)) {
            throw new ExportException(address + " refused the request (" + detail(response)
                    + "): set a key with the scope admin in --key-file or KINDRED_API_KEY");
        }
        if (status != OK) {
            throw new ExportException(address + " refused the request: " + detail(response));
        }
        return json(response)
                .orElseThrow(() -> new ExportException(
                        address + " did not answer with JSON: check that --url is the address of Kindred"));
    }

    private static String detail(HttpResponse<byte[]> response) {
        return json(response)
                .map(problem -> problem.path("detail").asText())
                .filter(detail -> !detail.isEmpty())
                .orElse("status " + response.statusCode());
    }

    private static Optional<JsonNode> json(HttpResponse<byte[]> response) {
        try {
            return Optional.of(JSON.readTree(response.body())).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
