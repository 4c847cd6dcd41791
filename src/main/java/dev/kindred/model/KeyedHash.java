package dev.kindred.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms that nobody can compute without the secret: HMAC-SHA-256 (RFC 2104). A plain hash of a user id is no
 * pseudonym, because a list of ids can be tried against it. Thread safe.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHOWN_BYTES = 16;

    private final SecretKeySpec key;

    private KeyedHash(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The hash with a secret, which is not empty. */
    public static KeyedHash withSecret(String secret) {
        return new KeyedHash(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash with a key, which is not empty. */
    public static KeyedHash withKey(byte[] key) {
        return new KeyedHash(key.clone());
    }

    /** The hash with a random secret that is never told. */
    public static KeyedHash random() {
        byte[] secret = new byte[Long.BYTES * 4];
        new SecureRandom().nextBytes(secret);
        return new KeyedHash(secret);
    }

    /** The pseudonym of a text: the first 128 bits, as 32 hexadecimal digits. */
    public String of(String text) {
        return HexFormat.of().formatHex(bytesOf(text));
    }

    /** The first 128 bits of the hash of a text in UTF-8. */
    byte[] bytesOf(String text) {
        return Arrays.copyOf(hash(text.getBytes(StandardCharsets.UTF_8)), SHOWN_BYTES);
    }

    /** The pseudonym of a number: the first 64 bits. */
    public long of(long number) {
        return ByteBuffer.wrap(
                        hash(ByteBuffer.allocate(Long.BYTES).putLong(0, number).array()))
                .getLong();
    }

    /** The first bytes of the hash of a message, at most 32. */
    public byte[] first(int count, byte[] message) {
        return Arrays.copyOf(hash(message), count);
    }

    private byte[] hash(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
