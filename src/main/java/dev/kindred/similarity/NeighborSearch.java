package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.Selection;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.Row;
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
 * Information Retrieval</em>, ch. 6. Not thread safe: one per thread.
 */
public final class NeighborSearch {

    private final SimilaritySettings settings;
    private final DotProducts products;
    private final InterestIndex index = new InterestIndex();
    private final Neighbors neighbors;
    private float[] similarities = new float[1024]; // of all products, by position
    private float[] scratch = new float[1024];

    private int candidates; // the first of the three arrays are scored exactly
    private int[] slots = new int[256];
    private long[] keys = new long[256];
    private float[] exact = new float[256];

    /** A search with these bounds. */
    public NeighborSearch(SimilaritySettings settings) {
        this.settings = settings;
        this.products = new DotProducts(settings.negligible());
        this.neighbors = new Neighbors(settings.neighbors());
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
        return kthGreatest(similarities, size, count);
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
        neighbors.clear();
        scoreCandidates(userKey, vector, view);
        int k = settings.neighbors();
        float least = candidates > k ? kthGreatest(exact, candidates, k) : 0;
        int ties = 0; // candidates that are as similar as the last neighbor; they are moved to the front
        for (int i = 0; i < candidates; i++) {
            if (exact[i] > least) {
                neighbors.add(slots[i], exact[i]);
            } else if (exact[i] == least) {
                slots[ties] = slots[i];
                keys[ties++] = keys[i];
            }
        }
        addTies(ties, k, least);
    }

    /** Fills the first of {@link #slots}, {@link #keys} and {@link #exact} with those that are similar at all. */
    private void scoreCandidates(long userKey, UserVector vector, MatrixView view) {
        Accumulator dots = products.result();
        float bound = boundOfBest(settings.neighbors() + settings.neighbors() / 2);
        double inverseNorm = inverse(vector.interestNorm());
        ensureCapacity(dots.size());
        candidates = 0;
        for (int i = 0; i < dots.size(); i++) {
            if (similarities[i] >= bound && similarities[i] > 0) {
                int slot = dots.id(i);
                Row row = view.row(slot);
                double similarity = index.dot(row) * inverseNorm * row.inverseNorm();
                if (similarity > 0 && row.userKey() != userKey) {
                    slots[candidates] = slot;
                    keys[candidates] = row.userKey();
                    exact[candidates++] = (float) Math.min(similarity, 1);
                }
            }
        }
    }

    private float kthGreatest(float[] values, int size, int k) {
        System.arraycopy(values, 0, scratch, 0, size);
        return Selection.kthGreatest(scratch, size, k);
    }

    /** Of equally similar users, those with the lower keys. */
    private void addTies(int ties, int k, float similarity) {
        while (ties > 0 && neighbors.size() < k) {
            int lowest = 0;
            for (int i = 1; i < ties; i++) {
                lowest = keys[i] < keys[lowest] ? i : lowest;
            }
            neighbors.add(slots[lowest], similarity);
            ties--;
            slots[lowest] = slots[ties];
            keys[lowest] = keys[ties];
        }
    }

    private void ensureCapacity(int size) {
        if (size > slots.length) {
            slots = new int[2 * size];
            keys = new long[2 * size];
            exact = new float[2 * size];
        }
    }

    private static double inverse(double norm) {
        return norm > 0 ? 1 / norm : 0;
    }
}
