package dev.kindred.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client sent, as it came. */
public interface Request {

    /** The method, in upper case as a rule. */
    String method();

    /** The path, still percent-encoded. */
    String path();

    /**
     * The values of every query parameter, decoded, in their order.
     *
     * @throws ProblemException if they cannot be decoded
     */
    Map<String, List<String>> query();

    /** The first value of a header, whose name is compared without regard to case. */
    Optional<String> header(String name);

    /** The address that the request comes from, which may be a proxy's. */
    String remoteAddress();

    /**
     * Reads the body; to be called once.
     *
     * @param maxBytes the longest acceptable one
     * @throws ProblemException if it is longer, or ends too early
     */
    byte[] body(int maxBytes);
}
