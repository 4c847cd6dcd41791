package dev.kindred.query;

import dev.kindred.model.Require;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of a segment's members begins. It names a place in the store, not an instance, so it stays valid after
 * partitions have moved.
 *
 * <p>As text it is Base64 for URLs of {@code version 1 | partition 4 | entries 8 | user id}. The text is not encrypted:
 * readers of the text can read the user id.
 *
 * @param partition the partition of the users to examine
 * @param entries the number of entries of the partition that earlier pages have read, for the progress
 * @param userId the last examined user, a member or not; empty at the beginning of the partition
 */
public record MemberCursor(int partition, long entries, String userId) {

    /** The beginning of the first partition. */
    public static final MemberCursor START = ofPartition(0);

    private static final byte VERSION = 1;
    static final long MAX_ENTRIES = 1L << 48; // far from where a sum could overflow
    private static final int HEAD_BYTES = 1 + Integer.BYTES + Long.BYTES;

    public MemberCursor {
        Require.that(partition >= 0, "partition must not be negative", partition);
        Require.that(entries >= 0 && entries <= MAX_ENTRIES, "entries must be in [0, " + MAX_ENTRIES + "]", entries);
    }

    /** The beginning of a partition. */
    static MemberCursor ofPartition(int partition) {
        return new MemberCursor(partition, 0, "");
    }

    /**
     * Parses a text that {@link #text} has written.
     *
     * @throws QueryException.InvalidCursor for any other text
     */
    public static MemberCursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() < HEAD_BYTES || bytes.get() != VERSION) {
                throw new QueryException.InvalidCursor();
            }
            MemberCursor cursor = new MemberCursor(
                    bytes.getInt(),
                    bytes.getLong(),
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
            if (!cursor.text().equals(text)) { // unused bits were set
                throw new QueryException.InvalidCursor();
            }
            return cursor;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new QueryException.InvalidCursor(e);
        }
    }

    /** The cursor as text that needs no escapes in a URL. */
    public String text() {
        byte[] user = userId.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(HEAD_BYTES + user.length)
                .put(VERSION)
                .putInt(partition)
                .putLong(entries)
                .put(user)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the user. */
    @Override
    public String toString() {
        return "partition " + partition + " after " + entries + " entries";
    }
}
