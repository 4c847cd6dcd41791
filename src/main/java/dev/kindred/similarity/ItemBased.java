package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.Shortlist;
import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Scores items by their similarity to the user's own items.
 *
 * <p>{@code score(j) = Σ_i q̂(i)·sim(i, j)} over the user's items i, where q̂ are the interests that are not
 * negligible, brought to norm 1, and j is among the N items most similar to i. Source: Deshpande and Karypis,
 * <em>Item-based top-N recommendation algorithms</em>, ACM TOIS 22 (2004), with interests in the place of zeros and
 * ones. The similarity of an own item to itself is {@code ownHistory}, because users return to items that they viewed.
 * Each own item has a part in a score, and the parts add up to it; parts of disliked items are negative.
 *
 * <p>Not thread safe: one per thread. Scores are valid until the next call.
 */
public final class ItemBased {

    private final SimilarItems search;
    private final SimilarItemsCache cache;
    private final double ownHistory;
    private final Query query;
    private final Accumulator scores = new Accumulator(); // by item
    private final IntComparator ties;

    private ItemNeighbors[] similar = new ItemNeighbors[16]; // scratch, by index in the query

    private int size; // the first size entries are the parts of all scores, grouped by own item
    private int[] owners = new int[1024]; // the own item, by number
    private double[] parts = new double[1024];
    private int[] earlier = new int[1024]; // the previous part of the same item, plus 1; 0 for none
    private int[] latest = new int[1024]; // by item: its last part, plus 1; 0 for none

    /**
     * A strategy.
     *
     * @param negligible own items with less than this fraction of the strongest interest are ignored; 0 ignores none
     * @param ownHistory the similarity of an own item to itself; 0 excludes it
     * @param search a search owned by this thread
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
        this.ties = dictionary::compareIds;
    }

    /**
     * The part of one own item in a score.
     *
     * @param item the own item, by number
     * @param amount the part; negative for a disliked item
     */
    public record Part(int item, double amount) {}

    /** Receives what a {@link Part} has. */
    public interface PartConsumer {

        void accept(int item, double amount);
    }

    /** Scores all items that are similar to one of a user's items. */
    public void score(UserVector vector, MatrixView view) {
        clear();
        ensureItems(view.items()); // even without additions: score(item) may be called for any item
        query.load(vector, view);
        if (query.size() > similar.length) {
            similar = new ItemNeighbors[2 * query.size()];
        }
        // found before they are added, so that the processor waits for the memory of all at once
        for (int index = 0; index < query.size(); index++) {
            similar[index] = cache.find(query.item(index), search, view);
        }
        for (int index = 0; index < query.size(); index++) {
            add(query.item(index), similar[index], query.weight(index) * query.inverseNorm(), view);
        }
    }

    private void clear() {
        for (int i = 0; i < scores.size(); i++) {
            latest[scores.id(i)] = 0;
        }
        scores.clear();
        size = 0;
    }

    private void add(int own, ItemNeighbors neighbors, double interest, MatrixView view) {
        ensureCapacity(own, neighbors, view);
        for (int place = 0; place < neighbors.size(); place++) {
            addPart(neighbors.item(place), own, interest * neighbors.similarity(place));
        }
        if (ownHistory > 0) {
            addPart(own, own, interest * ownHistory);
        }
    }

    private void ensureCapacity(int own, ItemNeighbors neighbors, MatrixView view) {
        ensureItems(Math.max(view.items(), own + 1));
        int needed = size + neighbors.size() + 1;
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

    /** The score of an item, by number below the view's bound; 0 for an item that is similar to none of the user's. */
    public double score(int item) {
        return scores.sum(item);
    }

    /**
     * The numbers of the items with the greatest scores above 0, greatest first, ties by id.
     *
     * @param limit the greatest number of items, positive
     * @param passes whether an item may be recommended
     */
    public int[] best(int limit, IntPredicate passes) {
        Shortlist selected = new Shortlist();
        TopK top = new TopK(limit, ties);
        int count = select(limit, passes, selected);
        for (int i = 0; i < count; i++) {
            top.offer(selected.ids()[i], scores.sum(selected.ids()[i]));
        }
        int[] best = new int[limit];
        return Arrays.copyOf(best, top.drain(best));
    }

    /**
     * The same items, not yet ordered.
     *
     * @param into receives the items in the place of all that it had
     * @return the number of items
     */
    public int select(int limit, IntPredicate passes, Shortlist into) {
        into.clear();
        for (int i = 0; i < scores.size(); i++) {
            int item = scores.id(i);
            into.addPositive(item, (float) scores.sum(item));
        }
        return into.select(limit, ties, passes);
    }

    /** The parts of own items in the score of an item, unordered, without parts of 0. */
    public List<Part> parts(int item) {
        List<Part> found = new ArrayList<>();
        forEachPart(item, (own, amount) -> found.add(new Part(own, amount)));
        return found;
    }

    /** Gives these parts to a consumer. */
    public void forEachPart(int item, PartConsumer consumer) {
        for (int i = item < latest.length ? latest[item] - 1 : -1; i >= 0; i = earlier[i] - 1) {
            if (parts[i] != 0) {
                consumer.accept(owners[i], parts[i]);
            }
        }
    }
}
