package dev.kindred.state;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys for values at rest: all of them open values, the primary one seals. In a file it is Tink's JSON with the keys
 * in clear, so access to the file is access to the values. Immutable.
 *
 * <p>A new key is added first and made primary later: in between all instances learn the key, so that none meets a value
 * that it cannot open.
 */
public final class Keyset {

    private static final AesGcmParameters AES_256_GCM = PredefinedAeadParameters.AES256_GCM;

    private final KeysetHandle handle;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * One key of a set.
     *
     * @param id its number, which each sealed value carries
     * @param isPrimary whether it seals
     */
    public record Key(int id, boolean isPrimary) {}

    private Keyset(KeysetHandle handle) {
        this.handle = handle;
    }

    /** A set of one new key. */
    public static Keyset create() {
        return tried(() -> new Keyset(KeysetHandle.generateNew(AES_256_GCM, RegistryConfiguration.get())));
    }

    /**
     * The keys in a file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has no keyset for AES-256-GCM; the message completes "the file"
     */
    public static Keyset read(Path file) throws IOException {
        String json = Files.readString(file);
        try {
            Keyset keyset = new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
            keyset.check();
            return keyset;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("is no keyset", e);
        }
    }

    /** Values that are not bound to the id of their key, and other ciphers, are refused. */
    private void check() {
        for (int i = 0; i < handle.size(); i++) {
            if (!handle.getAt(i).getKey().getParameters().equals(AES_256_GCM)) {
                throw new IllegalArgumentException("has a key that is not of the kind AES256_GCM");
            }
        }
    }

    /** Writes a file that only its owner may read, where the file system knows owners. It replaces the file at once. */
    public void write(Path file) throws IOException {
        String json = tried(() -> TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.writeString(beside, "", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        if (beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(beside, json + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same keys and a new one, which does not seal yet. */
    public Keyset withNewKey() {
        return tried(() -> new Keyset(KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(AES_256_GCM).withRandomId())
                .build()));
    }

    /** The same keys, of which the newest seals. */
    public Keyset withNewestPrimary() {
        KeysetHandle.Builder keys = KeysetHandle.newBuilder(handle);
        keys.getAt(handle.size() - 1).makePrimary();
        return tried(() -> new Keyset(keys.build()));
    }

    /** The keys, oldest first. */
    public List<Key> keys() {
        return IntStream.range(0, handle.size())
                .mapToObj(handle::getAt)
                .map(entry -> new Key(entry.getId(), entry.isPrimary()))
                .toList();
    }

    /** The encryption with these keys. */
    public Seal seal() {
        return tried(() -> new Seal(handle.getPrimitive(RegistryConfiguration.get(), Aead.class)));
    }

    private interface Work<T> {
        T run() throws GeneralSecurityException;
    }

    private static <T> T tried(Work<T> work) {
        try {
            return work.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be used: " + e.getMessage(), e);
        }
    }
}
