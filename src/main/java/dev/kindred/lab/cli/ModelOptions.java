package dev.kindred.lab.cli;

import dev.kindred.cli.ConfigOptions;
import dev.kindred.config.KindredConfig;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.model.Item;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.Ranker;
import dev.kindred.text.LuceneTokenizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the settings of contenders from the configuration.
 *
 * @param k the length of lists, replaces {@code recommend.size}
 * @param exclusions replace {@code recommend.exclude}, if present
 * @param catalog the data of the items; may be empty
 * @param weights the weights of the strategies in a blend
 * @param ranker of the blend
 */
record ModelOptions(
        ConfigOptions options,
        int k,
        Optional<String> exclusions,
        List<Item> catalog,
        Map<Strategy, Double> weights,
        Ranker ranker) {

    /** Without a ranker. */
    ModelOptions(
            ConfigOptions options,
            int k,
            Optional<String> exclusions,
            List<Item> catalog,
            Map<Strategy, Double> weights) {
        this(options, k, exclusions, catalog, weights, Ranker.NONE);
    }

    /**
     * The settings of one contender.
     *
     * @param special settings that override all others, by key
     * @throws org.apache.kafka.common.config.ConfigException if a setting is wrong
     */
    ContenderSettings with(Map<String, String> special) {
        Map<String, String> above = new LinkedHashMap<>(special);
        above.put("recommend.size", String.valueOf(k));
        exclusions.ifPresent(value -> above.put("recommend.exclude", value));
        KindredConfig config = options.load(above);
        return new ContenderSettings(
                config.modelSettings(), catalog, new LuceneTokenizer(config.language()), weights, ranker);
    }
}
