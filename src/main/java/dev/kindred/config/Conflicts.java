package dev.kindred.config;

import org.apache.kafka.common.config.ConfigException;

/** Pairs of settings that are each in range and do not go together. */
final class Conflicts {

    private Conflicts() {}

    static void check(Values values) {
        atLeast(values, Keys.ROW_CAPACITY, Keys.NEIGHBORS);
        atLeast(values, Keys.COLUMN_CAPACITY, Keys.AUDIENCE);
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
