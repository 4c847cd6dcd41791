package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.matrix.ColumnBuffer;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;

/**
 * The dot products {@code D(u,v) = Σ_i q(u,i)·w(v,i)} of one user's interests with all users' weights: computed from
 * scratch, or updated after one event.
 *
 * <p>The update is {@code D(u,·) ← s·D(u,·) + a·w(·,i)}: an event of weight a on item i affects only the audience of
 * that item. The update also applies the cells of other users that changed since the last update of the row. Without
 * caps the update equals the computation from scratch.
 *
 * <p>Not thread safe: one per thread.
 */
final class DotProducts {

    private final Accumulator dots = new Accumulator(); // by slot
    private final Accumulator newcomers = new Accumulator(); // by slot: users who are not in the row
    private final Accumulator recomputed = new Accumulator(); // by slot: users whose product is final

    private final ColumnBuffer column = new ColumnBuffer();
    private final RowBuffer rows = RowBuffer.withoutTypes();

    private final double negligible;

    /**
     * Products over all items that are not negligible.
     *
     * @param negligible items with less than this fraction of the strongest interest are ignored; 0 ignores none
     */
    DotProducts(double negligible) {
        this.negligible = negligible;
    }

    /** The products of the last computation, by slot. */
    Accumulator result() {
        return dots;
    }

    /** Computes the products from the audiences of all items of a query, without rarity. */
    void computeFromScratch(Query query, MatrixView view) {
        begin(view);
        for (int i = 0; i < query.size(); i++) {
            addColumn(query.item(i), query.interest(i), view);
        }
    }

    /** The number of additions of {@link #computeFromScratch}. */
    int costFromScratch(UserVector vector, MatrixView view) {
        double bound = vector.leastInterest(negligible);
        int cost = 0;
        for (int i = 0; i < vector.size(); i++) {
            if (Math.abs(vector.interest(i)) >= bound) {
                cost += view.audience(vector.item(i));
            }
        }
        return cost;
    }

    /**
     * Updates a row.
     *
     * @param row a row of the vector before the change, and of the view's epoch
     * @param vector the vector after the change
     * @param index the index, loaded with the same vector
     */
    void update(SimilarityRow row, UserVector vector, VectorChange change, InterestIndex index, MatrixView view) {
        begin(view);
        load(row, change.normBefore());
        applyRemovals(row, index, view);
        applyChanges(row.sequence(), vector, change, index, view);
        addEvent(change, view);
    }

    private void begin(MatrixView view) {
        dots.clear();
        dots.ensureCapacity(view.slots());
        newcomers.ensureCapacity(view.slots());
        recomputed.ensureCapacity(view.slots());
    }

    private void load(SimilarityRow row, double norm) {
        for (int i = 0; i < row.size(); i++) {
            dots.add(row.slot(i), row.product(i) * norm);
        }
    }

    private void applyRemovals(SimilarityRow row, InterestIndex index, MatrixView view) {
        long seen = row.sequence();
        for (int i = 0; i < row.size(); i++) {
            if (view.removedAt(row.slot(i)) > seen) {
                recompute(row.slot(i), index, view);
            }
        }
    }

    private void applyChanges(long seen, UserVector vector, VectorChange change, InterestIndex index, MatrixView view) {
        double bound = vector.leastInterest(negligible);
        for (int i = 0; i < vector.size(); i++) {
            int item = vector.item(i);
            if (view.changedAt(item) > seen && Math.abs(vector.interest(i)) >= bound) {
                double added = item == change.item() ? change.addedInterest() : 0; // addEvent adds this to all users
                applyChangedCells(item, seen, vector.interest(i) - added, index, view);
            }
        }
        if (change.hasEvicted() && view.changedAt(change.evictedItem()) > seen) {
            applyChangedCells(change.evictedItem(), seen, evictedBefore(change), index, view);
        }
        for (int i = 0; i < newcomers.size(); i++) {
            dots.add(newcomers.id(i), newcomers.sum(newcomers.id(i)));
        }
        newcomers.clear();
    }

    /**
     * Recomputes the products of changed users in the row, because their former contributions are unknown. Users who
     * were not in the row contributed nothing before.
     */
    private void applyChangedCells(int item, long seen, double interest, InterestIndex index, MatrixView view) {
        view.readChanges(item, seen, column);
        for (int i = 0; i < column.size(); i++) {
            int slot = column.slot(i);
            if (!dots.has(slot)) {
                newcomers.add(slot, interest * column.weight(i));
            } else if (!recomputed.has(slot)) {
                recompute(slot, index, view);
            }
        }
    }

    private void recompute(int slot, InterestIndex index, MatrixView view) {
        rows.clear();
        view.readRow(slot, rows);
        dots.replace(slot, index.dot(rows, 0));
        recomputed.add(slot, 1);
    }

    private void addEvent(VectorChange change, MatrixView view) {
        if (change.evictedItem() != change.item()) {
            addColumn(change.item(), change.addedInterest(), view);
        }
        if (change.hasEvicted()) {
            subtractColumn(change.evictedItem(), evictedBefore(change), view);
        }
        recomputed.clear();
    }

    /** The evicted interest as it was before the event; an event may evict its own item. */
    private static double evictedBefore(VectorChange change) {
        boolean evictedItself = change.evictedItem() == change.item();
        return change.evictedInterest() - (evictedItself ? change.addedInterest() : 0);
    }

    private void addColumn(int item, double interest, MatrixView view) {
        view.readColumn(item, column);
        boolean noneRecomputed = recomputed.size() == 0;
        for (int i = 0; i < column.size(); i++) {
            int slot = column.slot(i);
            if (noneRecomputed || !recomputed.has(slot)) {
                dots.add(slot, interest * column.weight(i));
            }
        }
    }

    private void subtractColumn(int item, double interest, MatrixView view) {
        view.readColumn(item, column);
        for (int i = 0; i < column.size(); i++) {
            int slot = column.slot(i);
            if (dots.has(slot) && !recomputed.has(slot)) {
                dots.replace(slot, dots.sum(slot) - interest * column.weight(i));
            }
        }
    }
}
