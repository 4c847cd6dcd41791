package dev.kindred.similarity;

import dev.kindred.matrix.MatrixView;

/**
 * The state of the matrix at which an item's similar items were computed: enough to detect stale lists.
 *
 * @param item the number of the item
 * @param epoch the epoch of the matrix
 * @param sequence the sequence of the matrix; the list includes all changes up to it
 * @param audience the number of users in the item's audience at that time
 */
public record AsOf(int item, long epoch, long sequence, int audience) {

    /** The state of a view. */
    public static AsOf now(int item, MatrixView view) {
        return new AsOf(item, view.epoch(), view.sequence(), view.audience(item));
    }

    /**
     * Whether at most a fraction of the item's audience was added, removed or changed since, and at most the same
     * fraction of all cells of the matrix. The second condition covers the audiences of other items, on which
     * similarities depend too: counting all changes is cheap. No list of an earlier epoch is fresh.
     *
     * @param staleness the fraction, in [0, 1]; 0 if every change counts
     */
    public boolean isFresh(double staleness, MatrixView view) {
        return epoch == view.epoch()
                && view.sequence() - sequence <= staleness * view.cells()
                && changed(view) <= staleness;
    }

    /** The fraction of the item's audience that was added, removed or changed since. */
    private double changed(MatrixView view) {
        if (view.changedAt(item) <= sequence) {
            return 0;
        }
        int now = view.audience(item);
        int same = now - view.changes(item, sequence);
        int larger = Math.max(now, audience);
        return larger == 0 ? 0 : (double) (larger - same) / larger;
    }
}
