package dev.kindred.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.Schema;

/**
 * The few questions of a registry's REST API that Kindred asks, answered on the loopback interface. Ids are given from 100 on,
 * so that they are not mistaken for bundled ones. Answers can be scripted, and come before its own.
 */
public final class FakeRegistry implements AutoCloseable {

    static final int FIRST_ID = 100;

    private final int firstId;
    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>()); // texts[i] has id firstId + i
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());

    private record Reply(int status, String body) {}

    FakeRegistry() {
        this(FIRST_ID);
    }

    /** @param firstId from which ids are given */
    public FakeRegistry(int firstId) {
        this.firstId = firstId;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError("loopback is there", e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** The base URL. */
    public String url() {
        return "http://" + hostAndPort();
    }

    String hostAndPort() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** Answers the next question like this. */
    FakeRegistry reply(int status, String body) {
        script.add(new Reply(status, body));
        return this;
    }

    /** Registers a schema, as another client would, and returns its id. */
    int add(Schema schema) {
        return add(schema.toString());
    }

    private synchronized int add(String text) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
        return firstId + texts.indexOf(text);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Reply scripted = script.poll();
            Reply reply = scripted != null ? scripted : answer(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/schemas/ids/")) {
            return schema(Integer.parseInt(path.substring("/schemas/ids/".length())));
        }
        JsonNode question = json.readTree(exchange.getRequestBody());
        String text = question.path("schema").asText();
        if (path.endsWith("/versions/latest")) {
            return new Reply(200, "{\"is_compatible\":true}");
        }
        if (path.endsWith("/versions")) {
            return new Reply(200, "{\"id\":" + add(text) + "}");
        }
        return texts.contains(text)
                ? new Reply(200, "{\"subject\":\"s\",\"version\":1,\"id\":" + add(text) + "}")
                : new Reply(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
    }

    private Reply schema(int id) {
        int index = id - firstId;
        if (index < 0 || index >= texts.size()) {
            return new Reply(404, "{\"error_code\":40403,\"message\":\"Schema " + id + " not found\"}");
        }
        return new Reply(
                200, json.createObjectNode().put("schema", texts.get(index)).toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
