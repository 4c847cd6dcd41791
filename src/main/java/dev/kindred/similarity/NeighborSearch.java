package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.Selection;
import dev.kindred.matrix.MatrixView;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.Arrays;

/**
 * Finds the k users most similar to one, by comparing that user's interests and the others' weights.
 *
 * <p>Dot products pick the candidates: updated from the user's {@link SimilarityRow} or computed from scratch; which is
 * less work, {@link #favorsUpdate} tells. The best candidates are then compared exactly, row by row, so that a similarity
 * is exact even where the matrix is capped and the products are not.
 *
 * <p>The similarity is {@code s(q̂, w_v)·n/(n + shrinkage)}. s is the {@link Measure}, the cosine by default, q̂ the
 * {@link Query}, and n counts the items that both have. Sources: Herlocker et al., <em>An Algorithmic Framework for
 * Performing Collaborative Filtering</em>, SIGIR 1999, for weighing by the number of shared items, in the smooth form of
 * Bell and Koren, <em>Scalable Collaborative Filtering</em>, ICDM 2007. Not thread safe: one per thread.
 */
public final class NeighborSearch {

    private static final double CANDIDATES_PER_NEIGHBOR = 1.5; // rarity and shared items reorder them

    private static final int ADDITIONS_PER_CANDIDATE = 20; // that an update makes up for, with all it does beside

    private final SimilaritySettings settings;
    private final DotProducts products;
    private final InterestIndex index = new InterestIndex();
    private final Query query;
    private final Overlaps overlaps = new Overlaps();
    private final Candidates candidates;
    private final Neighbors neighbors;
    private float[] similarities = new float[1024]; // of all products, by position
    private float[] scratch = new float[1024];
    private int[] tied = new int[16];

    /** A search with these bounds. */
    public NeighborSearch(SimilaritySettings settings) {
        this.settings = settings;
        this.products = new DotProducts(settings.negligible());
        this.query = new Query(settings.negligible(), settings.idf());
        this.candidates = new Candidates(settings.measure().comparison(), settings.shrinkage(), query, overlaps);
        this.neighbors = new Neighbors(settings.neighbors(), query, overlaps);
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
        query.load(vector, view);
        if (row.isOf(vector.version() - 1, view.epoch())) {
            index.load(vector, view.items());
            products.update(row, vector, change, index, view);
            index.clear(vector);
        } else {
            products.computeFromScratch(query, view);
        }
        rank(view);
        keep(row, vector, view);
        choose(userKey, view);
        return neighbors;
    }

    /** The neighbors as of now, without an event and without a row. Valid until the next search. */
    public Neighbors search(long userKey, UserVector vector, MatrixView view) {
        query.load(vector, view);
        products.computeFromScratch(query, view);
        rank(view);
        choose(userKey, view);
        return neighbors;
    }

    /**
     * Whether keeping a row and updating it is less work than starting from scratch at every event.
     *
     * <p>An update loads, catches up with others and keeps the row. Where others are busy, that was measured to take
     * longer than computing anew by some thousand additions ({@code RefreshBenchmark}).
     */
    public boolean favorsUpdate(UserVector vector, MatrixView view) {
        return products.costFromScratch(vector, view) > ADDITIONS_PER_CANDIDATE * settings.rowCapacity();
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

    private void choose(long userKey, MatrixView view) {
        fetchCandidates(view);
        candidates.compare(userKey);
        neighbors.clear();
        int k = settings.neighbors();
        float least = candidates.leastOfBest(k);
        int ties = 0;
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.similarity(i) > least) {
                neighbors.add(candidates, i);
            } else if (candidates.similarity(i) == least) {
                ties = addTie(ties, i);
            }
        }
        addTied(ties, k);
    }

    private void fetchCandidates(MatrixView view) {
        Accumulator dots = products.result();
        float bound = boundOfBest(candidateCount());
        candidates.clear();
        for (int i = 0; i < dots.size(); i++) {
            if (similarities[i] >= bound && similarities[i] > 0) {
                candidates.fetch(dots.id(i), view);
            }
        }
    }

    /**
     * How many of the best products are compared. They foretell a cosine; for other measures all that a row keeps are worth
     * a look.
     */
    private int candidateCount() {
        int forCosine = (int) (CANDIDATES_PER_NEIGHBOR * settings.neighbors());
        return settings.measure() == Measure.COSINE ? forCosine : Math.max(forCosine, settings.rowCapacity());
    }

    private int addTie(int ties, int candidate) {
        if (ties == tied.length) {
            tied = Arrays.copyOf(tied, 2 * ties);
        }
        tied[ties] = candidate;
        return ties + 1;
    }

    /** Of the candidates that are as similar as the last neighbor, those with the lower keys. */
    private void addTied(int ties, int k) {
        int left = ties;
        while (left > 0 && neighbors.size() < k) {
            int lowest = 0;
            for (int i = 1; i < left; i++) {
                lowest = key(tied[i]) < key(tied[lowest]) ? i : lowest;
            }
            neighbors.add(candidates, tied[lowest]);
            tied[lowest] = tied[--left];
        }
    }

    private long key(int candidate) {
        return candidates.row(candidate).userKey();
    }

    private static double inverse(double norm) {
        return norm > 0 ? 1 / norm : 0;
    }
}
