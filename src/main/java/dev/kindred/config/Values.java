package dev.kindred.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** All settings, in the order of the configuration file, and those for Kafka's clients and the serializers. */
    List<InForce> inForce() {
        List<InForce> all = new ArrayList<>();
        for (Setting<?> setting : Settings.all()) {
            Given given = given(setting);
            boolean isHidden = setting.kind().isSecret() && !given.text().isEmpty();
            all.add(new InForce(
                    setting.key(),
                    isHidden ? InForce.HIDDEN : PassThrough.withoutCredentials(given.text()),
                    given.place(),
                    byKey.containsKey(setting.key())));
        }
        byKey.keySet().stream()
                .filter(key -> all.stream().noneMatch(known -> known.key().equals(key)))
                .sorted()
                .forEach(key -> {
                    Given given = Objects.requireNonNull(byKey.get(key));
                    all.add(new InForce(key, PassThrough.shown(key, given.text()), given.place(), true));
                });
        return all;
    }

    private Given given(Setting<?> setting) {
        Given given = byKey.get(setting.key());
        return given == null ? new Given(setting.byDefault(), "the default") : given;
    }
}
