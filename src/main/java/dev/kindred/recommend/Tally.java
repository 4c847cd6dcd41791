package dev.kindred.recommend;

import dev.kindred.math.Shortlist;
import dev.kindred.math.TopK;
import dev.kindred.matrix.RowBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The sum of votes for every item, and the votes behind it, which are linked from the last to the first. So the votes for a few
 * items are found without looking at all the others again. Votes are numbered by <em>place</em>.
 *
 * <p>Not thread safe: one per thread, because its arrays are as long as the greatest item number.
 */
final class Tally {

    private int itemBound;
    private double[] sums = new double[1024]; // by item
    private int[] latest = new int[1024]; // by item: the place of its last vote, plus 1; 0 for items without one
    private int size;
    private int[] items = new int[1024]; // items[0..size) have votes
    private int[] earlier = new int[1024]; // by place: the place of the vote before for the same item, plus 1
    private int[] voters = new int[1024]; // by place

    /**
     * Begins without votes.
     *
     * @param bound items from here on are not counted: a row may be newer than the view
     * @param places all places are below
     */
    void begin(int bound, int places) {
        for (int i = 0; i < size; i++) {
            sums[items[i]] = 0;
            latest[items[i]] = 0;
        }
        size = 0;
        itemBound = bound;
        if (bound > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(bound, 2 * sums.length));
            latest = Arrays.copyOf(latest, sums.length);
        }
        if (places >= items.length) {
            items = new int[2 * places]; // one more than there are votes, see add
            earlier = new int[2 * places];
            voters = new int[2 * places];
        }
    }

    /**
     * Adds the votes of a voter for the cells of its row: weights times factors.
     *
     * @param cells as in {@link RowBuffer#cells}, from {@code from} on
     * @param factors by cell, from 0 on
     * @param firstPlace the place of the first vote
     */
    void add(int voter, long[] cells, int from, int count, double[] factors, int firstPlace) {
        double[] bySum = sums;
        int[] byLatest = latest;
        int[] known = items;
        int[] links = earlier;
        int[] byPlace = voters;
        int end = size;
        for (int i = 0; i < count; i++) {
            long cell = cells[from + i];
            int item = RowBuffer.itemOf(cell);
            if (item < itemBound) {
                bySum[item] += factors[i] * RowBuffer.weightOf(cell);
                int place = firstPlace + i;
                int before = byLatest[item];
                links[place] = before;
                byPlace[place] = voter;
                byLatest[item] = place + 1;
                known[end] =
                        item; // counts only if it is new; written always, because a branch here would be mispredicted
                end += before == 0 ? 1 : 0;
            }
        }
        size = end;
    }

    /** The number of items with votes. */
    int size() {
        return size;
    }

    /** The item at a position in [0, size). */
    int item(int index) {
        return items[index];
    }

    /** Offers all items with a positive sum that a filter accepts. */
    void offerTo(TopK top, IntPredicate accepts) { // a sum that has faded to 0 as a float orders nothing
        for (int i = 0; i < size; i++) {
            int item = items[i];
            float sum = (float) sum(item);
            if (sum > 0 && sum >= top.threshold() && accepts.test(item)) {
                top.offer(item, sum);
            }
        }
    }

    /** Replaces the ids of a shortlist by all items with a positive sum. */
    void copyTo(Shortlist into) {
        into.clear();
        for (int i = 0; i < size; i++) {
            into.addPositive(items[i], (float) sum(items[i]));
        }
    }

    /** Whether at least so many of the votes for an item pass a test of their places. */
    boolean hasVotes(int item, int least, IntPredicate test) {
        int found = 0;
        for (int vote = latest(item); vote >= 0 && found < least; vote = earlier(vote)) {
            found += test.test(vote) ? 1 : 0;
        }
        return found >= least;
    }

    /** The sum of the votes for an item. */
    double sum(int item) {
        return sums[item];
    }

    /** The place of the last vote for an item, negative if there is none. */
    int latest(int item) {
        return item < itemBound ? latest[item] - 1 : -1;
    }

    /** The place of the vote for the same item before that at a place, negative if there is none. */
    int earlier(int place) {
        return earlier[place] - 1;
    }

    /** The number of the voter of the vote at a place. */
    int voter(int place) {
        return voters[place];
    }
}
