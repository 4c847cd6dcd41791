package dev.kindred.cli;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Kafka's keys and values, which may be absent, as what can be printed. */
final class Bytes {

    private Bytes() {}

    static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    /** UTF-8 with the replacement character for whatever is not. */
    static String lossyText(byte @Nullable [] bytes) {
        return new String(orEmpty(bytes), StandardCharsets.UTF_8);
    }
}
