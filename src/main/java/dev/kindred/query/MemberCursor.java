package dev.kindred.query;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of a segment's members begins. It names places of the store and no instance, so that a walk goes on where
 * it was after partitions have moved.
 *
 * <p>As text it is Base64 for URLs of {@code version 1 | partition 4 | entries 8 | user id}. That is no secret: whoever may
 * not know the id must not see the text.
 *
 * @param partition of the users that are examined
 * @param entries of the partition that the pages before have read, to tell how far the walk is
 * @param userId the last user who was examined, whether a member or not; empty at the beginning of the partition
 */
public record MemberCursor(int partition, long entries, String userId) {

    /** Before everybody. */
    public static final MemberCursor START = ofPartition(0);

    private static final byte VERSION = 1;
    static final long MAX_ENTRIES = 1L << 48; // far from where a sum could overflow
    private static final int HEAD_BYTES = 1 + Integer.BYTES + Long.BYTES;

    public MemberCursor {
        if (partition < 0) {
            throw new IllegalArgumentException("partition must not be negative, got " + partition);
        }
        if (entries < 0 || entries > MAX_ENTRIES) {
            throw new IllegalArgumentException("entries must be in [0, " + MAX_ENTRIES + "], got " + entries);
        }
    }

    /** Before everybody in a partition. */
    static MemberCursor ofPartition(int partition) {
        return new MemberCursor(partition, 0, "");
    }

    /**
     * Reads what {@link #text} wrote, and nothing else.
     *
     * @throws QueryException.InvalidCursor if it is another text
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
            if (!cursor.text().equals(text)) { // bits that mean nothing
                throw new QueryException.InvalidCursor();
            }
            return cursor;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new QueryException.InvalidCursor(e);
        }
    }

    /** The cursor in characters that need no escape in a URL. */
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
        return "partition " + partition + " behind " + entries + " entries";
    }
}
