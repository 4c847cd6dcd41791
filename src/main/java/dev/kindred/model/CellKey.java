package dev.kindred.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The address of one cell of the interaction matrix: a user and an item.
 *
 * <p>As bytes it is {@code user 0x00 item}, in UTF-8: all cells of a user share the prefix {@code user 0x00}, and no
 * other user's cell has it, because ids hold no control characters ({@link Ids}). The layout is deliberately not Avro:
 * topics are compacted by the bytes of their keys, which must not depend on the version of a schema.
 */
public record CellKey(String userId, String itemId) {

    private static final byte SEPARATOR = 0;

    public byte[] toBytes() {
        byte[] prefix = prefixOf(userId);
        byte[] item = itemId.getBytes(StandardCharsets.UTF_8);
        byte[] key = Arrays.copyOf(prefix, prefix.length + item.length);
        System.arraycopy(item, 0, key, prefix.length, item.length);
        return key;
    }

    /** The bytes that all keys of a user start with. */
    public static byte[] prefixOf(String userId) {
        byte[] user = userId.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(user, user.length + 1);
    }

    /**
     * Reads the bytes of {@link #toBytes()}.
     *
     * @throws IllegalArgumentException if the bytes are not a user, a zero byte and an item
     */
    public static CellKey fromBytes(byte[] key) {
        int separator = separatorIn(key);
        String user = new String(key, 0, separator, StandardCharsets.UTF_8);
        String item = new String(key, separator + 1, key.length - separator - 1, StandardCharsets.UTF_8);
        return new CellKey(user, item);
    }

    /**
     * The place of the zero byte in the bytes of {@link #toBytes()}.
     *
     * @throws IllegalArgumentException if the bytes are not a user, a zero byte and an item
     */
    public static int separatorIn(byte[] key) {
        int separator = 0;
        while (separator < key.length && key[separator] != SEPARATOR) {
            separator++;
        }
        if (separator == 0 || separator >= key.length - 1) {
            throw new IllegalArgumentException(
                    "a cell's key must be user, 0x00 and item, got " + key.length + " bytes");
        }
        return separator;
    }
}
