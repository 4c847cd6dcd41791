package dev.kindred.lab.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A contender with its settings, as an evaluation compares them.
 *
 * @param strategy the name of a contender
 * @param settings the settings that differ between variants, by key
 */
public record Variant(String strategy, Map<String, String> settings) {

    public Variant {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The strategy and its special settings, such as {@code user-based vector.step=0.9}. */
    public String label() {
        return strategy
                + settings.entrySet().stream()
                        .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
