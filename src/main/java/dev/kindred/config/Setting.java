package dev.kindred.config;

import org.apache.kafka.common.config.ConfigException;

/**
 * One setting.
 *
 * @param byDefault the default, in the format of the configuration file
 * @param text what the setting does, then when to change it
 * @param <T> the type of its values in the program
 */
record Setting<T>(String key, String byDefault, Kind<T> kind, String text) {

    /** @throws ConfigException if the value is wrong; its message names value, place, range and an example */
    T read(Given given) {
        try {
            return kind.parse().apply(given.text());
        } catch (IllegalArgumentException e) {
            String problem = given.text().isBlank() ? "empty" : e.getMessage();
            ConfigException refused = new ConfigException("%s (%s) is %s: it must be %s%s, for example %s"
                    .formatted(shown(given), given.place(), problem, kind.noun(), kind.range(), example()));
            refused.initCause(e);
            throw refused;
        }
    }

    private String shown(Given given) {
        return kind.isSecret() ? key : key + "=" + given.text();
    }

    private String example() {
        return kind.example().isEmpty() ? byDefault : kind.example();
    }
}
