package dev.kindred.lab.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the things that an evaluation compares.
 *
 * @param strategy the name of a contender
 * @param settings those in which the variants differ, by key
 */
public record Variant(String strategy, Map<String, String> settings) {

    public Variant {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The strategy and what is special about it, as in {@code user-based vector.step=0.9}. */
    public String label() {
        return strategy
                + settings.entrySet().stream()
                        .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
