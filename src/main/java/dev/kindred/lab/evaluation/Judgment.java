package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.metrics.Hits;
import java.util.List;
import java.util.Set;

/**
 * One answer and what would have been right.
 *
 * @param position the answer's number in its run, from 1
 * @param userId who asked
 * @param list the answer, best first
 * @param relevant the items that are right, not empty
 * @param eventsBefore how many events of the user the contender had seen
 * @param nanos how long the answer took
 * @param k how many items of the list count
 */
public record Judgment(
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
