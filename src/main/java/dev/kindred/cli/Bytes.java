package dev.kindred.cli;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Converts Kafka's keys and values, which may be absent, to printable form. */
final class Bytes {

    private Bytes() {}

    static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    /** Decodes UTF-8; invalid bytes become the replacement character. */
    static String lossyText(byte @Nullable [] bytes) {
        return new String(orEmpty(bytes), StandardCharsets.UTF_8);
    }
}
