package dev.kindred.config;

import org.apache.kafka.common.config.ConfigException;

/** Pairs of settings that are each in range and do not go together. */
final class Conflicts {

    private Conflicts() {}

    static void check(Values values) {
        atLeast(values, Keys.ROW_CAPACITY, Keys.NEIGHBORS);
        atLeast(values, Keys.COLUMN_CAPACITY, Keys.AUDIENCE);
        atLeast(
                Keys.PROFILE_LAPSED,
                values.number(Keys.PROFILE_LAPSED),
                Keys.PROFILE_ACTIVE,
                values.number(Keys.PROFILE_ACTIVE));
        keysBeyondLoopback(values);
    }

    private static void keysBeyondLoopback(Values values) {
        boolean isGuarded = Loopback.isHost(values.text(Keys.HTTP_HOST))
                || !values.texts(Keys.HTTP_KEYS).isEmpty();
        if (values.flag(Keys.HTTP_ENABLED) && !isGuarded && !values.flag(Keys.HTTP_OPEN)) {
            throw new ConfigException(("%s is %s and %s is empty, so everybody who reaches this machine could ask about"
                            + " every user: set %s to what 'kindred keys create' prints, or %s to 127.0.0.1, or %s to"
                            + " true where something else keeps strangers out")
                    .formatted(
                            Keys.HTTP_HOST,
                            values.text(Keys.HTTP_HOST),
                            Keys.HTTP_KEYS,
                            Keys.HTTP_KEYS,
                            Keys.HTTP_HOST,
                            Keys.HTTP_OPEN));
        }
    }

    private static void atLeast(Values values, String key, String least) {
        atLeast(key, values.integer(key), least, values.integer(least));
    }

    private static void atLeast(String key, long have, String least, long need) {
        if (have < need) {
            throw new ConfigException("%s must be at least %s, got %d and %d: raise the former or lower the latter"
                    .formatted(key, least, have, need));
        }
    }
}
