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
 * Instances behind one address, as somebody who asks them with a key. What says to come again is asked again, for as long
 * as the patience lasts; what is refused ends the export. Not thread safe.
 */
public final class Service {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);
    private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);
    private static final JsonMapper JSON = new JsonMapper();

    /** What is left of the time that one answer may be waited for. Not thread safe: one per answer. */
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
         * @param wanted for how long, if the other side says so
         * @return false, at once, if the time is over
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
     * Asks nothing yet.
     *
     * @param address of an instance, or of what stands before several: http or https, and perhaps a path
     * @param key to ask with, in visible ASCII
     * @param trust whose certificates are good; empty for those that the Java platform trusts
     */
    public Service(URI address, Optional<String> key, Optional<SSLContext> trust) {
        this.address = address;
        this.key = key;
        HttpClient.Builder builder = Clients.builder(CONNECT_TIMEOUT);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Asks for what is at a path and query, which are percent-encoded. */
    JsonNode get(String target, Patience patience) throws InterruptedException {
        return ask(request(target).build(), patience);
    }

    /** Asks with a body. */
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
                        + ", for too long: try again later, or say" + " --patience");
            }
        }
    }

    /**
     * What came of asking once.
     *
     * @param answer empty if it is to be asked again
     * @param retryAfter when, if the other side says so
     * @param hindrance why, as the end of a sentence
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
            return COME_AGAIN.contains(response.statusCode())
                    ? Attempt.failed(retryAfter(response), "says to come again (" + detail(response) + ")")
                    : Attempt.answered(answer(response));
        } catch (IOException e) {
            if (!hasAnswered) { // more likely a wrong address than a moment's failure
                throw new ExportException(
                        "nobody answers at " + address + ": check --url, and that an instance runs there with"
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
                .filter(value -> value.matches("\\d{1,6}")) // a date is none of ours
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private JsonNode answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (KEY_REFUSED.contains(status)) {
            throw new ExportException(address + " refuses (" + detail(response)
                    + "): give a key with the scope admin, by --key-file or KINDRED_API_KEY");
        }
        if (status != OK) {
            throw new ExportException(address + " refuses: " + detail(response));
        }
        return json(response)
                .orElseThrow(() -> new ExportException(address + " answers no JSON: check that --url is of Kindred"));
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
