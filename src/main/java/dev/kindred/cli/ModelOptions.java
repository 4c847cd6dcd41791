package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.evaluation.contenders.ModelSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of contenders, out of the configuration. */
final class ModelOptions {

    private final ConfigOptions options;
    private final int k;
    private final Optional<String> exclusions;

    /**
     * Settings for lists of one kind.
     *
     * @param k the length of lists, in place of {@code recommend.size}
     * @param exclusions in place of {@code recommend.exclude}, when given
     */
    ModelOptions(ConfigOptions options, int k, Optional<String> exclusions) {
        this.options = options;
        this.k = k;
        this.exclusions = exclusions;
    }

    /**
     * The settings of one contender.
     *
     * @param special settings above all others, by key
     * @throws org.apache.kafka.common.config.ConfigException if something is wrong with them
     */
    ModelSettings with(Map<String, String> special) {
        Map<String, String> above = new LinkedHashMap<>(special);
        above.put("recommend.size", String.valueOf(k));
        exclusions.ifPresent(value -> above.put("recommend.exclude", value));
        KindredConfig config = options.load(above);
        return new ModelSettings(
                config.vectorSettings(),
                config.matrixSettings(),
                config.similaritySettings(),
                config.similarItemsSettings(),
                config.recommendSettings());
    }
}
