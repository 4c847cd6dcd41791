package dev.kindred.lab.cli;

import dev.kindred.cli.ConfigOptions;
import dev.kindred.config.KindredConfig;
import dev.kindred.lab.evaluation.contenders.ContentModel;
import dev.kindred.lab.evaluation.contenders.ModelSettings;
import dev.kindred.model.Item;
import dev.kindred.model.Strategy;
import dev.kindred.text.LuceneTokenizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of contenders, out of the configuration. */
final class ModelOptions {

    private final ConfigOptions options;
    private final int k;
    private final Optional<String> exclusions;
    private final List<Item> catalog;
    private final Map<Strategy, Double> weights;

    /**
     * Settings for lists of one kind.
     *
     * @param k the length of lists, in place of {@code recommend.size}
     * @param exclusions in place of {@code recommend.exclude}, when given
     * @param catalog what is known of the items themselves; may be empty
     * @param weights what strategies count in a blend
     */
    ModelOptions(
            ConfigOptions options,
            int k,
            Optional<String> exclusions,
            List<Item> catalog,
            Map<Strategy, Double> weights) {
        this.options = options;
        this.k = k;
        this.exclusions = exclusions;
        this.catalog = catalog;
        this.weights = weights;
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
                config.recommendSettings(),
                new ContentModel(catalog, new LuceneTokenizer(config.language()), config.contentSettings()),
                config.recentDecay(),
                weights);
    }
}
