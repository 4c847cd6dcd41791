package dev.kindred.similarity;

import dev.kindred.matrix.Column;
import dev.kindred.matrix.MatrixView;

/**
 * The moment of the matrix at which an item's similar items were computed: enough to tell whether they are out of date.
 *
 * @param item whose similar items, by number
 * @param epoch of the matrix
 * @param sequence of the matrix; all changes up to it are in the list
 * @param audience how many users the item had then
 */
public record AsOf(int item, long epoch, long sequence, int audience) {

    /** The moment at which a view was taken. */
    public static AsOf now(int item, MatrixView view) {
        return new AsOf(item, view.epoch(), view.sequence(), view.column(item).size());
    }

    /**
     * Whether at most a part of the item's audience has come, gone or changed since, and at most that part of the cells of
     * the whole matrix: similarities rest on the audiences of others too, which only the matrix as a whole can tell
     * cheaply. After another epoch has begun, nothing counts as fresh.
     *
     * @param staleness the part, in [0, 1]; 0 if every change counts
     */
    public boolean isFresh(double staleness, MatrixView view) {
        return epoch == view.epoch()
                && view.sequence() - sequence <= staleness * view.cells()
                && changed(view) <= staleness;
    }

    /** The part of the item's audience that came, went or changed since. */
    private double changed(MatrixView view) {
        if (view.changedAt(item) <= sequence) {
            return 0;
        }
        Column now = view.column(item);
        int same = 0;
        for (int i = 0; i < now.size(); i++) {
            same += now.sequence(i) <= sequence ? 1 : 0;
        }
        int most = Math.max(now.size(), audience);
        return most == 0 ? 0 : (double) (most - same) / most;
    }
}
