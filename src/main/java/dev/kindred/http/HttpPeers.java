package dev.kindred.http;

import dev.kindred.net.Clients;
import dev.kindred.query.HostAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Sends requests to peers over HTTP/1.1 with keep-alive. A request blocks a thread of this server until a thread of the
 * other is free, which may itself be waiting for this one; to avoid a deadlock, fewer requests than threads may wait at
 * once.
 */
public final class HttpPeers implements Peers {

    private static final List<String> KEPT_HEADERS = List.of("Retry-After", "Kindred-Stale");

    private final String scheme;
    private final Duration patience;
    private final Semaphore permits;
    private final HttpClient client;

    /**
     * A client.
     *
     * @param tls the settings of this instance, whose key store has the trusted certificates; empty for plain HTTP
     * @param patience how long to wait for an answer
     * @param limit the greatest number of waiting requests, positive
     */
    public HttpPeers(Optional<TlsSettings> tls, Duration patience, int limit) {
        this.scheme = tls.isPresent() ? "https" : "http";
        this.patience = patience;
        this.permits = new Semaphore(limit);
        HttpClient.Builder builder = Clients.builder(patience);
        tls.ifPresent(settings -> builder.sslContext(settings.trusting()));
        this.client = builder.build();
    }

    @Override
    public CompletableFuture<Reply> ask(HostAddress peer, PeerRequest request) {
        if (!permits.tryAcquire()) {
            return CompletableFuture.failedFuture(new PeerException("too many questions wait for other instances"));
        }
        try {
            return client.sendAsync(http(peer, request), BodyHandlers.ofByteArray())
                    .handle((response, failure) -> {
                        permits.release();
                        if (failure != null) {
                            throw new PeerException("another instance did not answer", failure);
                        }
                        return reply(response);
                    });
        } catch (IllegalArgumentException e) { // what the peer calls itself is no address
            permits.release();
            return CompletableFuture.failedFuture(new PeerException("another instance has no usable address", e));
        }
    }

    private HttpRequest http(HostAddress peer, PeerRequest request) {
        BodyPublisher body = request.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(scheme + "://" + peer + request.target()))
                .timeout(patience)
                .method(request.method(), body);
        request.body().ifPresent(json -> http.header("Content-Type", Reply.JSON));
        request.headers().forEach(http::header);
        return http.build();
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(Reply.JSON),
                response.body(),
                headers);
    }
}
