package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;
import static dev.kindred.config.Limit.between;

import dev.kindred.similarity.Normalization;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.topology.SimilarItemsPublishing;
import java.time.Duration;

/** The settings of similarities between items. */
final class SimilarItemsConfig {

    static final Group SIMILAR_ITEMS = new Group("Similar items");
    static final Setting<Normalization> NORMALIZATION =
            SIMILAR_ITEMS.oneOf("similar.items.normalization", Normalization.CONDITIONAL, """
            The normalization of the number of users that two items share: conditional divides by the users of the
            requested item, cosine by the norms of both audiences. Change it to cosine to prefer items that go with
            this item and with few others.""");

    static final Setting<Double> SHRINKAGE = SIMILAR_ITEMS.number("similar.items.shrinkage", 5, Limit.FACTOR, """
            The shrinkage of similarities that rest on few common users. Raise it when similar items look random; 0
            applies none.""");

    static final Setting<Double> DISCOUNT = SIMILAR_ITEMS.number("similar.items.discount", 0.5, between(0.0, 1.0), """
            The discount of popular items under similar.items.normalization=conditional, as the exponent of their
            number of users: 0 applies none, 1 divides by the full number. Raise it when bestsellers appear beside
            every item.""");

    static final Setting<Integer> KEPT = SIMILAR_ITEMS.integer("similar.items.kept", 100, COUNT, """
            The number of similar items per item that scores use. Lower it for memory and speed.""");

    static final Setting<Integer> CACHED = SIMILAR_ITEMS.integer("similar.items.cached", 20_000, COUNT, """
            The maximum number of items in the cache of similar items, at about 12 bytes per similar item. Raise it
            towards the number of requested items, lower it for memory.""");

    static final Setting<Double> STALENESS =
            SIMILAR_ITEMS.number("similar.items.staleness", 0.1, between(0.0, 1.0), """
            The fraction of an item's audience, and of the whole matrix, that may change before Kindred recomputes the
            item's similar items. Lower it for fresher results, raise it for speed; 0 recomputes after every change.""");

    static final Setting<Duration> INTERVAL = SIMILAR_ITEMS.duration(
            "similar.items.publish.interval.ms", Duration.ZERO, Limit.atLeast(0).like("60000"), """
            The interval of a check of all items that publishes changes to the topic similar-items; 0 publishes
            nothing. Set it, for example to 60000, for consumers that need the whole table.""");

    static final Setting<Integer> SIZE = SIMILAR_ITEMS.integer("similar.items.publish.size", 20, COUNT, """
            The number of similar items per item that Kindred publishes. Lower it for fewer and smaller records.""");

    private SimilarItemsConfig() {}

    static SimilarItemsSettings of(Values values) {
        return new SimilarItemsSettings(
                values.get(NORMALIZATION),
                values.get(SHRINKAGE),
                values.get(DISCOUNT),
                values.get(KEPT),
                values.get(CACHED),
                values.get(STALENESS),
                values.get(PrivacyConfig.MINIMUM_SUPPORT));
    }

    static SimilarItemsPublishing publishing(Values values) {
        return new SimilarItemsPublishing(values.get(INTERVAL).toMillis(), values.get(SIZE));
    }
}
