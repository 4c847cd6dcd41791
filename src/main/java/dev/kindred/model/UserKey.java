package dev.kindred.model;

import java.nio.ByteBuffer;

/**
 * A user as a 64-bit number: the first eight bytes of the SHA-256 of the id.
 *
 * <p>Short, so that the model holds millions; and from a cryptographic hash, so that nobody can choose an id that
 * collides with another's. Among 10 million users the chance that any two collide is 3 in a million.
 */
public final class UserKey {

    private UserKey() {}

    public static long of(String userId) {
        return ByteBuffer.wrap(Sha256.of(userId)).getLong();
    }
}
