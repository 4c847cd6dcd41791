package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.model.KeyedHash;
import dev.kindred.model.Pseudonyms;
import dev.kindred.state.Keyset;
import dev.kindred.state.Seal;
import dev.kindred.topology.ConsentSettings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/** Limits of what is kept of single users, and of what answers and topics reveal about them. */
final class PrivacyConfig {

    private static final int MIN_SECRET = 16; // characters

    static final Group PRIVACY = new Group("Privacy");
    static final Setting<Integer> MINIMUM_SUPPORT =
            PRIVACY.integer("privacy.minimum.support", 3, between(1, 1000), """
            How many users must stand behind what lists, reasons and counts tell of an item: two similar items need as
            many users in common, an item or a reason that comes from similar users needs as many of them, and a
            popular item needs as many users. Keys with the scope admin see everything. Lower it to 1 in a test shop
            of few users; raise it when items are sensitive.""");

    static final Setting<Optional<KeyedHash>> SECRET = PRIVACY.add(
            "privacy.secret",
            "",
            Kind.TEXT
                    .within(Limit.of(
                            "empty or at least 16 characters",
                            secret -> secret.isEmpty() || secret.length() >= MIN_SECRET))
                    .as(PrivacyConfig::hash)
                    .like("32 random characters")
                    .secret(),
            """
            The secret from which Kindred computes the pseudonyms of users, such as those of neighbors. Empty takes a
            random secret at every start, so that pseudonyms differ between instances and end with them. Set it in the
            environment, the same for all instances, to recognize pseudonyms.""");

    static final Setting<ConsentSettings.Required> CONSENT_REQUIRED =
            PRIVACY.oneOf("privacy.consent.required", ConsentSettings.Required.NONE, """
            The consent without which events of a user change nothing and lists are the same for everybody. Set it to
            personalization where the law or the shop asks for consent, and write the consent of that name to the topic
            of users first: users without one count as not asked.""");

    static final Setting<ConsentSettings.Withdrawal> WITHDRAWAL =
            PRIVACY.oneOf("privacy.withdrawal", ConsentSettings.Withdrawal.ERASE, """
            The effect of a required consent that is withdrawn: erase removes all that was learned from the user, with a
            receipt; freeze keeps it unused by the user's own lists until the user consents again. Set it to freeze
            where another ground allows to keep the data.""");

    static final Setting<Optional<Path>> PSEUDONYM_KEY =
            PRIVACY.path("privacy.pseudonym.key.file", "pseudonym.key", """
            The file with the key, at least 32 bytes in Base64, from which pseudonyms of users are computed where their
            ids come in; all behind knows pseudonyms only. Empty keeps the ids. Set it, the same on all instances and
            for kindred replay, before the first event: a later change makes every user a new one until a merge.""");

    static final Setting<Optional<Path>> ENCRYPTION_KEYSET =
            PRIVACY.path("privacy.encryption.keyset.file", "keyset.json", """
            The file with the keys that encrypt the values of vectors and similarities, on the disk and in the changelog,
            with AES-256-GCM; kindred keyset create makes one. Empty stores them in clear. Set it, the same on all
            instances, when others can read your disks or the internal topics of your cluster.""");

    private PrivacyConfig() {}

    /** @throws ConfigException if the keyset file cannot be read */
    static Optional<Seal> seal(Values values) {
        return read(
                ENCRYPTION_KEYSET,
                values,
                file -> Keyset.read(file).seal(),
                "restore it from your backup, or, if nothing was encrypted yet, run kindred keyset create ");
    }

    /** @throws ConfigException if the key file cannot be read */
    static Pseudonyms pseudonyms(Values values) {
        return read(
                        PSEUDONYM_KEY,
                        values,
                        PrivacyConfig::key,
                        "restore it from your backup, or, if there are no pseudonyms yet, run openssl rand -base64 32 > ")
                .orElse(Pseudonyms.NONE);
    }

    private static Pseudonyms key(Path file) throws IOException {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IllegalArgumentException("is no Base64", e);
        }
        if (key.length < Pseudonyms.KEY_BYTES) {
            throw new IllegalArgumentException("has fewer than " + Pseudonyms.KEY_BYTES + " bytes");
        }
        return Pseudonyms.withKey(key);
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> Optional<T> read(Setting<Optional<Path>> setting, Values values, Reader<T> reader, String cure) {
        return values.get(setting).map(file -> {
            try {
                return reader.read(file);
            } catch (NoSuchFileException e) {
                throw refused(setting, file, "does not exist", cure, e);
            } catch (IOException e) {
                throw refused(setting, file, "cannot be read", "check the permissions of this user, or " + cure, e);
            } catch (IllegalArgumentException e) {
                throw refused(setting, file, String.valueOf(e.getMessage()), cure, e);
            }
        });
    }

    private static ConfigException refused(
            Setting<?> setting, Path file, String problem, String cure, Exception cause) {
        ConfigException refused = new ConfigException(
                setting.key() + ": the file " + file.toAbsolutePath() + " " + problem + ": " + cure + file);
        refused.initCause(cause);
        return refused;
    }

    private static Optional<KeyedHash> hash(String secret) {
        return Optional.of(secret).filter(text -> !text.isEmpty()).map(KeyedHash::withSecret);
    }
}
