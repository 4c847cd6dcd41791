package dev.kindred.http;

import java.util.Map;
import java.util.Optional;

/**
 * What one instance asks another.
 *
 * @param method of HTTP
 * @param target path and query, percent-encoded
 * @param headers by name
 * @param body JSON, if there is one; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PeerRequest(String method, String target, Map<String, String> headers, Optional<byte[]> body) {

    public PeerRequest {
        headers = Map.copyOf(headers);
    }
}
