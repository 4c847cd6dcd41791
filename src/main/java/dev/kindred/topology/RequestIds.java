package dev.kindred.topology;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids of erasures that nobody requested, of the form of those over HTTP. */
final class RequestIds {

    private RequestIds() {}

    /**
     * An id.
     *
     * @param cause names no person; the same cause has the same id, so that a crash that repeats it has the same receipt
     */
    static String of(int partition, String cause) {
        return partition + "-" + UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
    }
}
