package dev.kindred.config;

import org.apache.kafka.common.config.ConfigException;

/** Pairs of settings that are each in range and do not go together. */
final class Conflicts {

    private Conflicts() {}

    static void check(Values values) {
        atLeast(values, Keys.ROW_CAPACITY, Keys.NEIGHBORS);
        atLeast(values, Keys.COLUMN_CAPACITY, Keys.AUDIENCE);
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
        int have = values.integer(key);
        int need = values.integer(least);
        if (have < need) {
            throw new ConfigException("%s must be at least %s, got %d and %d: raise the former or lower the latter"
                    .formatted(key, least, have, need));
        }
    }
}
