package dev.kindred.laws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Asks one instance over HTTP. */
final class Asker {

    private static final Pattern FAILED = Pattern.compile("kindred_http_forwards_\\w+\\{outcome=\"failed\"} (\\S+)");
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    Asker(String address) {
        this.address = URI.create(address);
    }

    /**
     * An answer.
     *
     * @param status 0 if there was none
     * @param items the ids in their order, and what the list takes into account
     */
    record Answer(int status, String items, boolean stale) {

        static final Answer NONE = new Answer(0, "", false);
    }

    Answer list(String user) {
        return ask(request(user).build());
    }

    /** As another instance would ask that cannot reach the owner. */
    Answer copy(String user) {
        return ask(request(user).header("Kindred-Forwarded", "copy").build());
    }

    /**
     * A page of members.
     *
     * @param cursor empty for the first page
     */
    JsonNode members(String segment, String cursor) throws IOException, InterruptedException {
        String path = "/v1/segments/" + segment + "/users?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    boolean isReady() {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/health/ready")).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI address() {
        return address;
    }

    private HttpRequest.Builder request(String user) {
        return HttpRequest.newBuilder(address.resolve("/v1/users/" + user + "/recommendations?k=50"))
                .timeout(Duration.ofSeconds(20));
    }

    private Answer ask(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode json = JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(), items(json), json.path("stale").asBoolean());
        } catch (IOException e) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static String items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .map(item -> item.path("itemId").asText())
                .collect(Collectors.joining(" ", list.path("vectorVersion").asText() + ": ", ""));
    }

    /** The number of requests that no instance answered. */
    double failedForwards() {
        try {
            String figures = client.send(
                            HttpRequest.newBuilder(address.resolve("/metrics")).build(), BodyHandlers.ofString())
                    .body();
            Matcher failed = FAILED.matcher(figures);
            return failed.find() ? Double.parseDouble(failed.group(1)) : Double.NaN;
        } catch (IOException e) {
            throw new AssertionError("no figures", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
