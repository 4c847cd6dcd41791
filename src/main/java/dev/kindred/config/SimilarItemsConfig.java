package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;
import static dev.kindred.config.Limit.between;

import dev.kindred.similarity.Normalization;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.topology.SimilarItemsPublishing;
import java.time.Duration;

/** The settings of similar items. */
final class SimilarItemsConfig {

    static final Group SIMILAR_ITEMS = new Group("Similar items");
    static final Setting<Normalization> NORMALIZATION = SIMILAR_ITEMS.oneOf(
            "similar.items.normalization",
            Normalization.CONDITIONAL,
            "What the users that two items have in common are set in relation to: the users of the item at hand"
                    + " (conditional), or the norms of both audiences (cosine, for what goes with it and with little else).");

    static final Setting<Double> SHRINKAGE = SIMILAR_ITEMS.number(
            "similar.items.shrinkage",
            5,
            Limit.FACTOR,
            "How much similarities of items that rest on few users are reduced. Raise it when similar items look"
                    + " accidental; 0 makes no difference.");

    static final Setting<Double> DISCOUNT = SIMILAR_ITEMS.number(
            "similar.items.discount",
            0.5,
            between(0.0, 1.0),
            "With similar.items.normalization=conditional, how much popular items are held back: not at all with 0,"
                    + " by the whole number of their users with 1. Raise it when bestsellers go with everything.");

    static final Setting<Integer> KEPT = SIMILAR_ITEMS.integer(
            "similar.items.kept",
            100,
            COUNT,
            "The most similar items of each item that scores are drawn from. Lower it for memory and speed.");

    static final Setting<Integer> CACHED = SIMILAR_ITEMS.integer(
            "similar.items.cached",
            20_000,
            COUNT,
            "The most items whose similar items are remembered, each in some 12 bytes for every item kept. Raise it"
                    + " towards the number of items that are asked for, lower it for memory.");

    static final Setting<Double> STALENESS = SIMILAR_ITEMS.number(
            "similar.items.staleness",
            0.1,
            between(0.0, 1.0),
            "The part of an item's audience, and of the whole matrix, that may change before the item's similar"
                    + " items are computed anew. Lower it for fresher ones, raise it for speed; 0 computes after every"
                    + " change.");

    static final Setting<Duration> INTERVAL = SIMILAR_ITEMS.duration(
            "similar.items.publish.interval.ms",
            Duration.ZERO,
            Limit.atLeast(0).like("60000"),
            "How often all items are looked at, to publish to the topic similar-items what has changed; 0 publishes"
                    + " nothing. Set it, for example to 60000, for consumers who want the whole table.");

    static final Setting<Integer> SIZE = SIMILAR_ITEMS.integer(
            "similar.items.publish.size",
            20,
            COUNT,
            "The most similar items of each item that are published. Lower it for fewer and smaller records.");

    private SimilarItemsConfig() {}

    static SimilarItemsSettings of(Values values) {
        return new SimilarItemsSettings(
                values.get(NORMALIZATION),
                values.get(SHRINKAGE),
                values.get(DISCOUNT),
                values.get(KEPT),
                values.get(CACHED),
                values.get(STALENESS));
    }

    static SimilarItemsPublishing publishing(Values values) {
        return new SimilarItemsPublishing(values.get(INTERVAL).toMillis(), values.get(SIZE));
    }
}
