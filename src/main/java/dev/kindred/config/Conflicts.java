package dev.kindred.config;

import org.apache.kafka.common.config.ConfigException;

/** Rejects settings that conflict, although each one is in range. */
final class Conflicts {

    private Conflicts() {}

    static void check(Values values) {
        atLeast(values, SimilarityConfig.ROW_CAPACITY, SimilarityConfig.NEIGHBORS);
        atLeast(values, MatrixConfig.COLUMN_CAPACITY, MatrixConfig.AUDIENCE);
        atLeast(values, ProfileConfig.LAPSED, ProfileConfig.ACTIVE);
        keysBeyondLoopback(values);
        fatigueWithoutFeedback(values);
    }

    private static void fatigueWithoutFeedback(Values values) {
        if (values.get(FeedbackConfig.FATIGUE) > 0 && !values.get(FeedbackConfig.ENABLED)) {
            throw new ConfigException("feedback.fatigue is " + values.describe(FeedbackConfig.FATIGUE)
                    + " and feedback.enabled is false, so nothing is known of what users were shown: set"
                    + " feedback.enabled to true, or feedback.fatigue to 0");
        }
    }

    private static void keysBeyondLoopback(Values values) {
        boolean isGuarded = HttpConfig.listensOnLoopback(values)
                || !values.get(HttpConfig.KEYS).isEmpty();
        if (values.get(HttpConfig.ENABLED) && !isGuarded && !values.get(HttpConfig.OPEN)) {
            throw new ConfigException("http.host is " + values.describe(HttpConfig.HOST) + " and http.keys is empty,"
                    + " so every client that reaches this machine could read the data of every user: set http.keys to"
                    + " the output of 'kindred keys create', or http.host to 127.0.0.1, or http.open.without.keys to"
                    + " true when something else controls access");
        }
    }

    private static <T extends Comparable<T>> void atLeast(Values values, Setting<T> setting, Setting<T> least) {
        if (values.get(setting).compareTo(values.get(least)) < 0) {
            throw new ConfigException("%s must be at least %s, got %s and %s: raise the former or lower the latter"
                    .formatted(setting.key(), least.key(), values.describe(setting), values.describe(least)));
        }
    }
}
