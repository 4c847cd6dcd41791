package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.RadixSelection;
import dev.kindred.matrix.MatrixView;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.Arrays;

/**
 * Finds the k users most similar to one user, by that user's interests and the others' weights.
 *
 * <p>From scratch, {@link Estimates} over the audiences of the query's items choose the candidates, as many as there are neighbors.
 * With a {@link SimilarityRow}, its updated dot products choose them, half as many again because products know neither rarity nor
 * the number of shared items. {@link #favorsUpdate} decides which is less work. Candidates are then compared exactly, row by row. A
 * similarity is therefore exact even where the matrix is capped and the choice is not exact.
 *
 * <p>The similarity is {@code s(q̂, w_v)·n/(n + shrinkage)}. s is the {@link Measure}, the cosine by default, q̂ the
 * {@link Query}, and n is the number of shared items. Sources: Herlocker et al., <em>An Algorithmic Framework for
 * Performing Collaborative Filtering</em>, SIGIR 1999, for the weight of shared items, in the smooth form of Bell and
 * Koren, <em>Scalable Collaborative Filtering</em>, ICDM 2007. Not thread safe: one per thread.
 */
public final class NeighborSearch {

    private static final double CANDIDATES_PER_NEIGHBOR = 1.5; // rarity and shared items reorder them

    private static final int ADDITIONS_PER_CANDIDATE = 20; // the cost of an update, per candidate of the row

    private final SimilaritySettings settings;
    private final DotProducts products;
    private final InterestIndex index = new InterestIndex();
    private final Query query;
    private final Overlaps overlaps = new Overlaps();
    private final Candidates candidates;
    private final Estimates estimates;
    private final RadixSelection selection = new RadixSelection();
    private final Neighbors neighbors;
    private float[] similarities = new float[1024]; // of all products, by position
    private float[] scratch = new float[1024];
    private int[] tied = new int[16];

    /** A search with these settings. */
    public NeighborSearch(SimilaritySettings settings) {
        this.settings = settings;
        this.estimates = new Estimates(settings.shrinkage());
        this.products = new DotProducts(settings.negligible());
        this.query = new Query(settings.negligible(), settings.idf());
        this.candidates = new Candidates(settings.measure().comparison(), settings.shrinkage(), query, overlaps);
        this.neighbors = new Neighbors(settings.neighbors(), candidates.buffer(), query, overlaps);
    }

    /**
     * The neighbors after an event.
     *
     * @param userKey the key of the requesting user, who is not a neighbor
     * @param vector the vector after the event
     * @param change the change that the event made to the vector
     * @param row the user's row; updated to the vector's version
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
        saveRow(row, vector, view);
        chooseByProduct();
        selectNeighbors(userKey, view);
        return neighbors;
    }

    /** The neighbors as of now, without an event and without a row. Valid until the next search. */
    public Neighbors search(long userKey, UserVector vector, MatrixView view) {
        query.load(vector, view);
        estimates.compute(query, view);
        chooseByEstimate();
        selectNeighbors(userKey, view);
        return neighbors;
    }

    /**
     * Whether updating a stored row is less work than computing from scratch at every event.
     *
     * <p>An update loads the row, applies changes of other users and saves it. With many active users this takes longer
     * than some thousand additions of a computation from scratch ({@code RefreshBenchmark}).
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

    /** The least of the {@code count} greatest similarities. */
    private float boundOfBest(int count) {
        int size = products.result().size();
        if (size <= count) {
            return Float.NEGATIVE_INFINITY;
        }
        System.arraycopy(similarities, 0, scratch, 0, size);
        return selection.kthGreatest(scratch, size, count);
    }

    private void saveRow(SimilarityRow row, UserVector vector, MatrixView view) {
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

    /** Keeps the k most similar of those who were chosen. */
    private void selectNeighbors(long userKey, MatrixView view) {
        candidates.compare(userKey, view);
        neighbors.begin(userKey);
        int k = settings.neighbors();
        float least = candidates.kthSimilarity(k);
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

    private void chooseByProduct() {
        Accumulator dots = products.result();
        float bound = boundOfBest(candidateCount());
        candidates.clear();
        for (int i = 0; i < dots.size(); i++) {
            if (similarities[i] >= bound && similarities[i] > 0) {
                candidates.choose(dots.id(i));
            }
        }
    }

    /** Estimates know rarity and shared items, so there is no reserve; the requesting user may be among the best. */
    private void chooseByEstimate() {
        int count = settings.measure() == Measure.COSINE ? settings.neighbors() : candidateCount();
        float bound = estimates.boundOfBest(count + 1);
        candidates.clear();
        for (int i = 0; i < estimates.size(); i++) {
            if (estimates.estimate(i) >= bound) {
                candidates.choose(estimates.slot(i));
            }
        }
    }

    /**
     * The number of the best products that are compared. They predict a cosine well; for other measures all candidates
     * of a row are compared.
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

    /** Adds the candidates with the same similarity as the last neighbor, lowest keys first. */
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
        return candidates.buffer().key(candidate);
    }

    private static double inverse(double norm) {
        return norm > 0 ? 1 / norm : 0;
    }
}
