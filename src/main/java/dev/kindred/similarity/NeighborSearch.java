package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.Selection;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;

/**
 * Finds the k users most similar to one, by cosine of that user's interests and the others' weights.
 *
 * <p>Dot products pick the candidates: updated from the user's {@link SimilarityRow} or computed from scratch; which is
 * less work, {@link #favorsUpdate} tells. The best candidates are then scored exactly from the two sparse vectors, so that a similarity is exact
 * even where the matrix is capped and the products are not.
 *
 * <p>Cosine: {@code D(u,v) / (|q_u|·|w_v|)}; 0 when either vector is zero. Source: Manning et al., <em>Introduction to
 * Information Retrieval</em>, ch. 6. Not thread safe: one per task.
 */
public final class NeighborSearch {

    private final SimilaritySettings settings;
    private final DotProducts products;
    private final InterestIndex index = new InterestIndex();
    private final Neighbors neighbors;
    private float[] similarities = new float[1024]; // of the candidates, by position
    private float[] scratch = new float[1024];
    private final TopK top;
    private final int[] best;
    private long[] keys = new long[0]; // by slot, of the best candidates only
    private double[] exact = new double[0]; // by slot, of the best candidates only

    /** A search with these bounds. */
    public NeighborSearch(SimilaritySettings settings) {
        this.settings = settings;
        this.products = new DotProducts(settings.negligible());
        this.neighbors = new Neighbors(settings.neighbors());
        this.top = new TopK(settings.neighbors(), (a, b) -> Long.compare(keys[a], keys[b]));
        this.best = new int[settings.neighbors()];
    }

    /**
     * The neighbors after an event.
     *
     * @param userKey of the asking user, who is no neighbor
     * @param vector after the event
     * @param change what the event did to the vector
     * @param row of the user; brought to the vector's version
     * @return valid until the next search
     */
    public Neighbors update(long userKey, UserVector vector, VectorChange change, SimilarityRow row, MatrixView view) {
        index.load(vector, view.items());
        if (row.isOf(vector.version() - 1, view.epoch())) {
            products.update(row, vector, change, index, view);
        } else {
            products.computeFromScratch(vector, view);
        }
        rank(view);
        keep(row, vector, view);
        choose(userKey, vector, view);
        index.clear(vector);
        return neighbors;
    }

    /** The neighbors as of now, without an event and without a row. Valid until the next search. */
    public Neighbors search(long userKey, UserVector vector, MatrixView view) {
        index.load(vector, view.items());
        products.computeFromScratch(vector, view);
        rank(view);
        choose(userKey, vector, view);
        index.clear(vector);
        return neighbors;
    }

    /**
     * Whether keeping a row and updating it is less work than starting from scratch at every event, by the number of
     * additions that either makes.
     */
    public boolean favorsUpdate(UserVector vector, MatrixView view) {
        return products.costFromScratch(vector, view) > settings.rowCapacity();
    }

    private void rank(MatrixView view) {
        Accumulator dots = products.result();
        int size = dots.size();
        if (size > similarities.length) {
            similarities = new float[2 * size];
            scratch = new float[2 * size];
        }
        for (int i = 0; i < size; i++) {
            int slot = dots.id(i);
            similarities[i] = (float) (dots.sum(slot) * view.inverseNorm(slot));
        }
    }

    /** The least similarity that is among the {@code count} greatest. */
    private float boundOfBest(int count) {
        int size = products.result().size();
        if (size <= count) {
            return Float.NEGATIVE_INFINITY;
        }
        System.arraycopy(similarities, 0, scratch, 0, size);
        return Selection.kthGreatest(scratch, size, count);
    }

    private void keep(SimilarityRow row, UserVector vector, MatrixView view) {
        Accumulator dots = products.result();
        double inverseNorm = inverse(vector.interestNorm());
        row.begin(vector.version(), view.epoch(), view.sequence());
        float bound = boundOfBest(settings.rowCapacity());
        for (int i = 0; i < dots.size() && row.size() < settings.rowCapacity(); i++) {
            if (similarities[i] >= bound) {
                row.add(dots.id(i), (float) (dots.sum(dots.id(i)) * inverseNorm));
            }
        }
    }

    private void choose(long userKey, UserVector vector, MatrixView view) {
        Accumulator dots = products.result();
        ensureCapacity(view.slots());
        float bound = boundOfBest(settings.neighbors() + settings.neighbors() / 2);
        double inverseNorm = inverse(vector.interestNorm());
        for (int i = 0; i < dots.size(); i++) {
            if (similarities[i] >= bound && similarities[i] > 0) {
                offer(dots.id(i), userKey, inverseNorm, view);
            }
        }
        collect();
    }

    private void offer(int slot, long userKey, double inverseNorm, MatrixView view) {
        keys[slot] = view.key(slot);
        if (keys[slot] == userKey) {
            return;
        }
        double similarity = index.dot(view.row(slot)) * inverseNorm * view.inverseNorm(slot);
        if (similarity > 0) {
            exact[slot] = Math.min(similarity, 1);
            top.offer(slot, exact[slot]);
        }
    }

    private void collect() {
        neighbors.clear();
        int count = top.drain(best);
        for (int i = 0; i < count; i++) {
            neighbors.add(best[i], exact[best[i]]);
        }
    }

    private void ensureCapacity(int slots) {
        if (slots > keys.length) {
            keys = new long[slots];
            exact = new double[slots];
        }
    }

    private static double inverse(double norm) {
        return norm > 0 ? 1 / norm : 0;
    }
}
