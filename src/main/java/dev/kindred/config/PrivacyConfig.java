package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.model.KeyedHash;
import java.util.Optional;

/** Limits of what answers and topics reveal about single users. */
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

    private PrivacyConfig() {}

    private static Optional<KeyedHash> hash(String secret) {
        return Optional.of(secret).filter(text -> !text.isEmpty()).map(KeyedHash::withSecret);
    }
}
