package dev.kindred.serde;

import dev.kindred.net.Clients;
import dev.kindred.net.Pause;
import dev.kindred.serde.RegistrySettings.BaseUrl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request to the registry's URLs in turn and retries on temporary errors: no connection, timeout, 408, 429 and
 * 5xx. It returns all other answers.
 */
record RegistryTransport(List<BaseUrl> urls, Retries retries, RandomGenerator random, Pause pause) {

    private static final Logger log = LoggerFactory.getLogger(RegistryTransport.class);

    /** One per process: it has connections and threads. */
    private static final HttpClient HTTP = Clients.builder(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    RegistryAnswer get(String path) {
        return ask("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    RegistryAnswer post(String path, String body) {
        return ask("POST", path, HttpRequest.BodyPublishers.ofString(body));
    }

    private RegistryAnswer ask(String method, String path, BodyPublisher body) {
        try {
            return askInRounds(method, path, body);
        } catch (IOException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry at " + urls, e);
        }
    }

    private RegistryAnswer askInRounds(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        for (int round = 0; ; round++) {
            try {
                return askEach(method, path, body);
            } catch (IOException e) {
                if (round + 1 >= retries.rounds()) {
                    throw e;
                }
            }
            pause.last(retries.pauseAfter(round, random));
        }
    }

    /** If all URLs fail, throws the exception of the last one. */
    private RegistryAnswer askEach(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        for (BaseUrl url : urls.subList(0, urls.size() - 1)) {
            try {
                return askOne(url, method, path, body);
            } catch (IOException e) {
                log.debug("The schema registry at {} did not answer; trying the next one", url, e);
            }
        }
        return askOne(urls.get(urls.size() - 1), method, path, body);
    }

    private static RegistryAnswer askOne(BaseUrl url, String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = request(url, method, path, body);
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        RegistryAnswer answer = new RegistryAnswer(
                response.statusCode(), response.body(), request.uri().toString());
        if (answer.mayPass()) {
            throw new IOException(url + " answered " + answer.status());
        }
        return answer;
    }

    private static HttpRequest request(BaseUrl url, String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Accept", CONTENT_TYPE + ", application/json")
                .header("Content-Type", CONTENT_TYPE)
                .method(method, body);
        url.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private RegistryUnavailableException unavailable(IOException trouble) {
        String last = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        return new RegistryUnavailableException(
                "no schema registry answered in " + retries.rounds() + " rounds at " + urls + ", last error: " + last
                        + "; start it or correct " + RegistrySettings.URL + ", then restart",
                trouble);
    }
}
