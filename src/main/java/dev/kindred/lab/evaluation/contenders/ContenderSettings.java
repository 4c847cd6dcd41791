package dev.kindred.lab.evaluation.contenders;

import dev.kindred.content.Tokenizer;
import dev.kindred.model.Item;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.Ranker;
import dev.kindred.recommend.ModelSettings;
import java.util.List;
import java.util.Map;

/**
 * The settings that determine a list. Baselines use only the length of a list and its exclusions.
 *
 * @param model settings of the product
 * @param items the whole catalog, known from the beginning
 * @param tokenizer for the titles and descriptions of items
 * @param weights weights of the strategies in a blend, as in a {@link dev.kindred.scenario.Scenario}; empty if it learns them
 * @param ranker of the blend, unless it learns its weights
 */
public record ContenderSettings(
        ModelSettings model, List<Item> items, Tokenizer tokenizer, Map<Strategy, Double> weights, Ranker ranker) {

    public ContenderSettings {
        items = List.copyOf(items);
        weights = Map.copyOf(weights);
    }

    /** Without a ranker. */
    public ContenderSettings(
            ModelSettings model, List<Item> items, Tokenizer tokenizer, Map<Strategy, Double> weights) {
        this(model, items, tokenizer, weights, Ranker.NONE);
    }

    /** The exclusions of lists, in the form of the setting {@code recommend.exclude}. */
    public String exclusions() {
        String names = String.join(",", model.recommend().excludes().words());
        return names.isEmpty() ? "none" : names;
    }
}
