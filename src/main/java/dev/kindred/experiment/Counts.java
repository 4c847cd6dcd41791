package dev.kindred.experiment;

import dev.kindred.model.Require;

/**
 * The outcomes of lists: sums of whole numbers, so that counts of parts of the lists, in any order, add up to those of
 * all.
 *
 * @param lists the number of lists shown
 * @param clicks the number of these with a click
 * @param conversions the number of these with a purchase
 * @param users to whom they were shown, each once a day
 */
public record Counts(long lists, long clicks, long conversions, long users) {

    /** Nothing shown. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    public Counts {
        Require.that(lists >= 0, "lists must not be negative", lists);
        Require.that(clicks >= 0 && clicks <= lists, "clicks must be in [0, lists]", clicks);
        Require.that(conversions >= 0 && conversions <= lists, "conversions must be in [0, lists]", conversions);
        Require.that(users >= 0, "users must not be negative", users);
    }

    /** The sum. */
    public Counts plus(Counts other) {
        return new Counts(
                lists + other.lists, clicks + other.clicks, conversions + other.conversions, users + other.users);
    }

    /** The lists that count as a success of a metric. */
    public long successes(Metric metric) {
        return metric == Metric.CTR ? clicks : conversions;
    }

    /** The rate of a metric, in [0, 1]; 0 without lists. */
    public double rate(Metric metric) {
        return lists == 0 ? 0 : (double) successes(metric) / lists;
    }
}
