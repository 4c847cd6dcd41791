package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Scores items by what the user's own items are similar to.
 *
 * <p>{@code score(j) = Σ_i q̂(i)·sim(i, j)} over the user's items i, where q̂ are the interests that are not negligible,
 * brought to norm 1, and j is among the N items most similar to i. Source: Deshpande and Karypis, <em>Item-based top-N
 * recommendation algorithms</em>, ACM TOIS 22 (2004), with interests in the place of zeros and ones. An item of the user's
 * own is as similar to itself as the own history counts: people return to what they looked at. Each own item has its part
 * in a score, and the parts add up to it; those of disliked items are negative.
 *
 * <p>Not thread safe: one per thread. What was scored is valid until the next time.
 */
public final class ItemBased {

    private final SimilarItems search;
    private final SimilarItemsCache cache;
    private final ItemDictionary dictionary;
    private final double ownHistory;
    private final Query query;
    private final Accumulator scores = new Accumulator(); // by item

    private int size; // the first size entries are the parts of all scores, those of one own item after the other
    private int[] owners = new int[1024]; // the own item, by number
    private double[] parts = new double[1024];
    private int[] earlier = new int[1024]; // the part before of the same item, plus 1; 0 for none
    private int[] latest = new int[1024]; // by item: its last part, plus 1; 0 for none

    /**
     * A strategy.
     *
     * @param negligible own items with less than this part of the strongest interest are passed over; 0 for none
     * @param ownHistory how similar an own item is to itself; 0 leaves it to others
     * @param search this thread's own
     * @param cache may be shared by many threads
     */
    public ItemBased(
            double negligible,
            double ownHistory,
            SimilarItems search,
            SimilarItemsCache cache,
            ItemDictionary dictionary) {
        this.query = new Query(negligible, 0);
        this.ownHistory = ownHistory;
        this.search = search;
        this.cache = cache;
        this.dictionary = dictionary;
    }

    /**
     * What one own item adds to a score.
     *
     * @param item the own item, by number
     * @param amount negative if the user turned away from it
     */
    public record Part(int item, double amount) {}

    /** Scores all items that are similar to any of a user's. */
    public void score(UserVector vector, MatrixView view) {
        clear();
        ensureItems(view.items()); // also where nothing is added: any item may be asked for
        query.load(vector, view);
        for (int index = 0; index < query.size(); index++) {
            add(query.item(index), query.weight(index) * query.inverseNorm(), view);
        }
    }

    private void clear() {
        for (int i = 0; i < scores.size(); i++) {
            latest[scores.id(i)] = 0;
        }
        scores.clear();
        size = 0;
    }

    private void add(int own, double interest, MatrixView view) {
        ItemNeighbors similar = cache.find(own, search, view);
        ensureCapacity(own, similar, view);
        for (int place = 0; place < similar.size(); place++) {
            addPart(similar.item(place), own, interest * similar.similarity(place));
        }
        if (ownHistory > 0) {
            addPart(own, own, interest * ownHistory);
        }
    }

    private void ensureCapacity(int own, ItemNeighbors similar, MatrixView view) {
        ensureItems(Math.max(view.items(), own + 1));
        int needed = size + similar.size() + 1;
        if (needed > owners.length) {
            owners = Arrays.copyOf(owners, 2 * needed);
            parts = Arrays.copyOf(parts, 2 * needed);
            earlier = Arrays.copyOf(earlier, 2 * needed);
        }
    }

    private void ensureItems(int bound) {
        scores.ensureCapacity(bound);
        if (bound > latest.length) {
            latest = Arrays.copyOf(latest, Math.max(bound, 2 * latest.length));
        }
    }

    private void addPart(int item, int own, double amount) {
        scores.add(item, amount);
        owners[size] = own;
        parts[size] = amount;
        earlier[size] = latest[item];
        latest[item] = ++size;
    }

    /** The score of an item, by number below the view's bound; 0 for one that is similar to none of the user's. */
    public double score(int item) {
        return scores.sum(item);
    }

    /**
     * The numbers of the items with the greatest scores above 0, greatest first, ties by id.
     *
     * @param most how many of them at most, positive
     * @param passes whether an item may be recommended
     */
    public int[] best(int most, IntPredicate passes) {
        int[] best = new int[most];
        return Arrays.copyOf(best, select(most, passes).drain(best));
    }

    /** The same, in no order yet. */
    public TopK select(int most, IntPredicate passes) {
        TopK top = new TopK(most, dictionary::compareIds);
        for (int i = 0; i < scores.size(); i++) {
            int item = scores.id(i);
            double score = scores.sum(item);
            if ((float) score > 0 && (float) score >= top.threshold() && passes.test(item)) {
                top.offer(item, score);
            }
        }
        return top;
    }

    /** What each own item adds to the score of an item, in no order; none adds 0. */
    public List<Part> parts(int item) {
        List<Part> found = new ArrayList<>();
        for (int i = item < latest.length ? latest[item] - 1 : -1; i >= 0; i = earlier[i] - 1) {
            if (parts[i] != 0) {
                found.add(new Part(owners[i], parts[i]));
            }
        }
        return found;
    }
}
