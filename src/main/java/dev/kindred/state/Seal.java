package dev.kindred.state;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import org.apache.kafka.common.utils.Bytes;

/**
 * Encrypts values at rest with AES-256-GCM. The record's key is the associated data, so a value that is moved under another
 * key cannot be opened. Thread safe.
 *
 * <pre>
 * sealed value: 0xE1 | Tink's ciphertext: 0x01, id of the key 4, nonce 12, encrypted value, tag 16
 * </pre>
 *
 * <p>No layout of a store begins with that byte, so values from before encryption are recognized and stay readable.
 */
public final class Seal {

    static final byte SEALED = (byte) 0xE1;

    private final Aead aead;

    Seal(Aead aead) {
        this.aead = aead;
    }

    static boolean isSealed(byte[] stored) {
        return stored.length > 0 && stored[0] == SEALED;
    }

    byte[] seal(Bytes key, byte[] value) {
        try {
            byte[] encrypted = aead.encrypt(value, key.get());
            byte[] sealed = new byte[1 + encrypted.length];
            sealed[0] = SEALED;
            System.arraycopy(encrypted, 0, sealed, 1, encrypted.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * The value as it was before it was sealed; a value in clear as it is.
     *
     * @throws SealedValueException if no key of the keyset opens the value under this record's key
     */
    byte[] open(Bytes key, byte[] stored) {
        if (!isSealed(stored)) {
            return stored;
        }
        byte[] encrypted = new byte[stored.length - 1];
        System.arraycopy(stored, 1, encrypted, 0, encrypted.length);
        try {
            return aead.decrypt(encrypted, key.get());
        } catch (GeneralSecurityException e) {
            throw SealedValueException.withoutKey(e);
        }
    }
}
