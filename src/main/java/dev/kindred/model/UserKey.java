package dev.kindred.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * A user as a 64-bit number: the first eight bytes of the SHA-256 of the id.
 *
 * <p>It is short, so that the model can hold millions of users, and comes from a cryptographic hash, so that a chosen
 * id is unlikely to collide with another. Among 10 million users the probability of any collision is 3 in a million.
 */
public final class UserKey {

    /** The key of no user, for sessions: that of the empty id, which no user has. */
    public static final long NONE;

    private static final int HASH_BYTES = 32;

    /** One hash function per thread: a new one at every call would be most of the garbage that an applied cell makes. */
    private static final ThreadLocal<UserKey> OWN = ThreadLocal.withInitial(UserKey::new);

    private final MessageDigest digest = Sha256.digest();
    private final byte[] hash = new byte[HASH_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(hash);

    static {
        NONE = of("");
    }

    private UserKey() {}

    public static long of(String userId) {
        byte[] utf8 = userId.getBytes(StandardCharsets.UTF_8);
        return of(utf8, 0, utf8.length);
    }

    /** The same of an id in UTF-8. */
    public static long of(byte[] utf8, int from, int to) {
        return OWN.get().hashOf(utf8, from, to);
    }

    private long hashOf(byte[] utf8, int from, int to) {
        digest.update(utf8, from, to - from);
        try {
            digest.digest(hash, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a hash of SHA-256 has 32 bytes", e);
        }
        return buffer.getLong(0);
    }
}
