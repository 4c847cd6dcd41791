package dev.kindred.state;

/** A stored value is encrypted and cannot be opened here. The message states the remedy. */
public final class SealedValueException extends RuntimeException {

    private static final String CURE = "; if the key was destroyed, delete the encrypted vectors with kindred reset";

    private SealedValueException(String message, Throwable cause) {
        super(message, cause);
    }

    private SealedValueException(String message) {
        super(message);
    }

    static SealedValueException withoutKey(Throwable cause) {
        return new SealedValueException(
                "a stored value is encrypted with a key that the keyset lacks, or was damaged: add that key to the file of"
                        + " privacy.encryption.keyset.file" + CURE,
                cause);
    }

    static SealedValueException withoutKeyset() {
        return new SealedValueException(
                "a stored value is encrypted: set privacy.encryption.keyset.file to the keyset that encrypted it"
                        + CURE);
    }
}
