package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.metrics.ItemPopularity;
import dev.kindred.model.Interaction;
import java.util.stream.Stream;

/**
 * The items of a log.
 *
 * @param items how many there are, in training and test together
 * @param popularity how often each is in the training
 */
record Catalog(int items, ItemPopularity popularity) {

    static Catalog of(Split split) {
        long items = Stream.concat(split.training().stream(), split.test().stream())
                .map(Interaction::itemId)
                .distinct()
                .count();
        return new Catalog(
                (int) items,
                new ItemPopularity(
                        split.training().stream().map(Interaction::itemId).toList()));
    }
}
