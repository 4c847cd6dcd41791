package dev.kindred.recommend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights that a list has learned so far.
 *
 * @param list the scenario, and after a slash the variant
 * @param kind {@code ranker} or {@code weights}
 * @param examples the decayed number of candidates of a ranker, of events of weights
 */
public record LearnedList(String list, String kind, double examples, List<Weights> weights) {

    public LearnedList {
        weights = List.copyOf(weights);
    }

    /**
     * Learned weights for some users.
     *
     * @param items the least number of their items; 0 for all users
     * @param values by feature or strategy
     */
    public record Weights(int items, Map<String, Double> values) {

        public Weights {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
