package dev.kindred.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request from one instance to another.
 *
 * @param method the HTTP method
 * @param target path and query, percent-encoded
 * @param headers by name
 * @param body JSON, not copied; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PeerRequest(String method, String target, Map<String, String> headers, Optional<byte[]> body) {

    public PeerRequest {
        headers = Map.copyOf(headers);
    }
}
