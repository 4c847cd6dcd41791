package dev.kindred.config;

import java.util.Map;

/** The value of every setting: the configured one, or the default. */
final class Values {

    private final Map<String, Given> byKey;

    /** @throws org.apache.kafka.common.config.ConfigException if a value is wrong */
    Values(Map<String, Given> byKey) {
        this.byKey = Map.copyOf(byKey);
        Settings.all().forEach(this::get);
    }

    <T> T get(Setting<T> setting) {
        return setting.read(given(setting));
    }

    /** The value and its place, for messages. */
    String describe(Setting<?> setting) {
        Given given = given(setting);
        return given.text() + " (" + given.place() + ")";
    }

    private Given given(Setting<?> setting) {
        Given given = byKey.get(setting.key());
        return given == null ? new Given(setting.byDefault(), "the default") : given;
    }
}
