package dev.kindred.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A fake request without a body. */
public record TestRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String remoteAddress)
        implements Request {

    public static TestRequest of(String method, String path) {
        return new TestRequest(method, path, Map.of(), Map.of(), "192.0.2.1");
    }

    public static TestRequest get(String path) {
        return of("GET", path);
    }

    /** The same with this parameter alone. */
    public TestRequest asking(String name, String value) {
        return new TestRequest(method, path, Map.of(name, List.of(value)), headers, remoteAddress);
    }

    /** The same with one more header. */
    public TestRequest with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new TestRequest(method, path, query, more, remoteAddress);
    }

    /** The same from elsewhere. */
    public TestRequest from(String address) {
        return new TestRequest(method, path, query, headers, address);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public CompletableFuture<byte[]> body(int maxBytes) {
        return CompletableFuture.completedFuture(new byte[0]);
    }

    @Override
    public Executor workers() {
        return Runnable::run;
    }
}
