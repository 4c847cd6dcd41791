package dev.kindred.topology;

import dev.kindred.intake.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Rejected records, unchanged, with headers that give reason and origin. A value that is too long for the topic is cut,
 * and a header gives its original length; keys, and all headers together, are kept up to 16 KiB.
 *
 * @param maxBytes the longest value that is kept whole
 * @param hasContent whether key, value and the producer's headers are kept, where ids of users may be anywhere
 */
public record DeadLetters(int maxBytes, boolean hasContent) {

    /** The part of a rejected record that is kept. */
    public enum Content {
        /** The record, as it came. */
        FULL,
        /** Reason and place alone. */
        NONE
    }

    /** Header: a {@link dev.kindred.intake.RejectionReason}. */
    public static final String REASON = "kindred.reason";

    /** Header: a sentence for people. */
    public static final String DETAIL = "kindred.detail";

    /** Header: the class of the exception, if one was thrown. */
    public static final String EXCEPTION = "kindred.exception";

    /** Header: the topic that the record came from. */
    public static final String TOPIC = "kindred.topic";

    /** Header: the partition that the record came from. */
    public static final String PARTITION = "kindred.partition";

    /** Header: the offset that the record came from. */
    public static final String OFFSET = "kindred.offset";

    /** Header: the arrival time of the record, in epoch milliseconds, at most a day ago. */
    public static final String TIMESTAMP = "kindred.timestamp.ms";

    /** Header, only of a letter that was cut: the length of the value as it came. */
    public static final String ORIGINAL_BYTES = "kindred.original.bytes";

    private static final int MAX_KEY_BYTES = 16 << 10;
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int MAX_DETAIL_CHARACTERS = 1000;

    /** The beginning of bytes as text, for people: with a middle dot for each control character. */
    public static String preview(byte[] bytes, int maxCharacters) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.offsetByCodePoints(0, Math.min(maxCharacters, text.codePointCount(0, text.length())));
        return text.substring(0, end).replaceAll("\\p{Cntrl}", "\u00b7");
    }

    Record<byte[], byte[]> of(
            Record<byte @Nullable [], byte @Nullable []> record,
            Optional<RecordMetadata> origin,
            Rejection rejection,
            Optional<Exception> cause) {
        Headers headers = hasContent ? kept(record.headers()) : new RecordHeaders();
        put(headers, REASON, rejection.reason().name());
        put(headers, DETAIL, shortened(hasContent ? rejection.detail() : rejection.detailWithoutQuotes()));
        cause.ifPresent(
                exception -> put(headers, EXCEPTION, exception.getClass().getName()));
        origin.ifPresent(from -> {
            put(headers, TOPIC, from.topic());
            put(headers, PARTITION, String.valueOf(from.partition()));
            put(headers, OFFSET, String.valueOf(from.offset()));
        });
        put(headers, TIMESTAMP, String.valueOf(record.timestamp()));
        byte[] value = cutValue(record, headers);
        return new Record<>(hasContent ? cut(record.key(), MAX_KEY_BYTES) : null, value, record.timestamp(), headers);
    }

    private static Headers kept(Headers original) {
        int bytes = 0;
        for (Header header : original) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes <= MAX_HEADER_BYTES ? new RecordHeaders(original.toArray()) : new RecordHeaders();
    }

    private static String shortened(String detail) {
        return detail.substring(0, Math.min(detail.length(), MAX_DETAIL_CHARACTERS));
    }

    private byte @Nullable [] cutValue(Record<byte @Nullable [], byte @Nullable []> record, Headers headers) {
        byte[] value = record.value();
        byte[] kept = hasContent ? cut(value, maxBytes) : null;
        if (value != null && kept != value) {
            put(headers, ORIGINAL_BYTES, String.valueOf(value.length));
        }
        return kept;
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes, int limit) {
        return bytes == null || bytes.length <= limit ? bytes : Arrays.copyOf(bytes, limit);
    }

    private static void put(Headers headers, String name, String text) {
        headers.remove(name);
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
