package dev.kindred.cli;

import dev.kindred.model.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Recognizes records that name a user. */
final class UserMatch {

    private UserMatch() {}

    /** By the id that the shop uses, which topics that the shop writes have, and by its pseudonym. */
    static Predicate<ConsumerRecord<byte[], byte[]>> of(String userId, Pseudonyms pseudonyms) {
        String known = pseudonyms.of(userId);
        return known.equals(userId) ? ofId(userId) : ofId(userId).or(ofId(known));
    }

    /**
     * By an id: in the key, alone or before an item; in value or headers as a string of Avro, or between other characters
     * than those of ids.
     */
    static Predicate<ConsumerRecord<byte[], byte[]>> ofId(String userId) {
        byte[] id = userId.getBytes(StandardCharsets.UTF_8);
        return record -> userOf(record.key()).equals(userId) || contains(record.value(), id) || isInHeaders(record, id);
    }

    private static boolean isInHeaders(ConsumerRecord<byte[], byte[]> record, byte[] id) {
        for (Header header : record.headers()) {
            if (contains(header.value(), id)) {
                return true;
            }
        }
        return false;
    }

    /** By a test of the user's id, in the key alone. */
    static Predicate<ConsumerRecord<byte[], byte[]>> ofKey(Predicate<String> isUser) {
        return record -> record.key() != null && isUser.test(userOf(record.key()));
    }

    /** Keys of cells are user, zero, item. */
    private static String userOf(byte[] key) {
        if (key == null) {
            return "";
        }
        int end = 0;
        while (end < key.length && key[end] != 0) {
            end++;
        }
        return new String(key, 0, end, StandardCharsets.UTF_8);
    }

    private static boolean contains(byte[] bytes, byte[] id) {
        int last = bytes == null ? -1 : bytes.length - id.length;
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(bytes, at, at + id.length, id, 0, id.length)
                    && (hasLength(bytes, at, id.length) || isAlone(bytes, at, at + id.length))) {
                return true;
            }
        }
        return false;
    }

    /** Avro writes twice the length before a string, seven bits in a byte, the lowest first. */
    private static boolean hasLength(byte[] bytes, int at, int length) {
        int twice = 2 * length;
        boolean isShort = twice < 128;
        return isShort
                ? at >= 1 && bytes[at - 1] == twice
                : at >= 2 && bytes[at - 2] == (byte) ((twice & 127) | 128) && bytes[at - 1] == twice >> 7;
    }

    private static boolean isAlone(byte[] bytes, int start, int end) {
        return (start == 0 || !isOfIds(bytes[start - 1])) && (end == bytes.length || !isOfIds(bytes[end]));
    }

    private static boolean isOfIds(byte character) {
        return character < 0 || Character.isLetterOrDigit(character) || character == '-' || character == '_';
    }
}
