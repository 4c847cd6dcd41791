package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.metrics.Hits;
import java.util.List;
import java.util.Set;

/**
 * One list and the items that would have been right.
 *
 * @param position the number of the prediction in its run, from 1
 * @param userId the user of the list
 * @param list item ids, best first
 * @param relevant the items that are right, not empty
 * @param eventsBefore the number of the user's events that the contender had seen
 * @param nanos how long the list took
 * @param k the length of lists for the metrics
 */
public record Prediction(
        long position, String userId, List<String> list, Set<String> relevant, int eventsBefore, long nanos, int k) {

    /** The hits of the list. */
    public Hits hits() {
        return hitsAmong(relevant);
    }

    /** The hits if only these items were right. */
    public Hits hitsAmong(Set<String> items) {
        return Hits.of(list, items, k);
    }
}
