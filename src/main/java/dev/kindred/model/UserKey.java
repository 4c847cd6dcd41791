package dev.kindred.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A user as a 64-bit number: the first eight bytes of the SHA-256 of the id.
 *
 * <p>Short, so that the model holds millions; and from a cryptographic hash, so that nobody can choose an id that
 * collides with another's. Among 10 million users the chance that any two collide is 3 in a million.
 */
public final class UserKey {

    private UserKey() {}

    public static long of(String userId) {
        return ByteBuffer.wrap(sha256().digest(userId.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
