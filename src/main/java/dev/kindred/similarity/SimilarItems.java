package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.TopK;
import dev.kindred.matrix.ColumnBuffer;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the items most similar to one item: those of the same users.
 *
 * <p>The similarity of item j to item i is one of these, times {@code n / (n + shrinkage)}, where n users in the
 * {@linkplain MatrixView#readColumn audience} of i have j, too.
 *
 * <ul>
 *   <li>{@link Normalization#COSINE}: {@code Σ_v w(v,i)·w(v,j) / (|w_i|·|w_j|)}, the cosine of the weights in both
 *       audiences, as in Sarwar et al., <em>Item-based collaborative filtering recommendation algorithms</em>, WWW 2001,
 *       without their adjustment for each user's mean.
 *   <li>{@link Normalization#CONDITIONAL}: {@code Σ_v w(v,j)/|w_v| / (|U_i|·|U_j|^discount)}, over the users v in the
 *       audience U_i of i. U_j are all users of j in the matrix; for purchases, those in its audience. Every user's row
 *       is scaled to norm 1, so users with many items count less. Source: Deshpande and Karypis, <em>Item-based top-N
 *       recommendation algorithms</em>, ACM TOIS 22 (2004), section 4.1.2.
 * </ul>
 *
 * <p>Both are in [0, 1] for weights that are not negative. Items without a positive similarity are excluded, and so are
 * items that fewer users than {@code minimumSupport} have in common with the requested one. Equal
 * similarities are ordered by item id. Not thread safe: one per thread.
 */
public final class SimilarItems {

    private static final int MAX_EXPONENT = 250; // sums of squares of such weights are finite doubles
    private static final int CACHED_DISCOUNTS = 1024; // few items have more users

    private final SimilarItemsSettings settings;
    private final ItemDictionary dictionary;
    private final Accumulator weights = new Accumulator(); // by slot, of the requested item's audience
    private int[] common =
            new int[1024]; // by item: the number of users in the audience who have it; 0 between searches
    private final Accumulator shares = new Accumulator(); // by item: parts of those users' rows; then the similarity
    private final double[] discounts; // by number of users: powers are slow
    private final ColumnBuffer audience = new ColumnBuffer(); // of the requested item
    private final ColumnBuffer others = new ColumnBuffer(); // the audience of a similar item
    private final RowBuffer rows = new RowBuffer();
    private int users; // in the requested item's audience, whose cells count
    private int latestUnit; // of this audience: a power of two

    @SuppressWarnings("UnusedVariable") // kept, so that the reading of rows ahead is not optimized away
    private long touched;

    private double squaredNorm; // of this audience

    /** A search that orders ties by these ids. */
    public SimilarItems(SimilarItemsSettings settings, ItemDictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.discounts = IntStream.range(0, CACHED_DISCOUNTS)
                .mapToDouble(users -> Math.pow(users, settings.discount()))
                .toArray();
    }

    /**
     * The items most similar to one item, without itself.
     *
     * @param item by number
     * @param limit the greatest number of items, positive
     * @param evidence the cells that count; all others are ignored
     */
    public ItemNeighbors find(int item, int limit, Evidence evidence, MatrixView view) {
        return find(item, limit, evidence, candidate -> true, view);
    }

    /** The same among the items that a filter accepts. The filter sees only items that beat the threshold. */
    public ItemNeighbors find(int item, int limit, Evidence evidence, IntPredicate accepts, MatrixView view) {
        load(item, evidence, view);
        int length = Math.min(limit, shares.size());
        TopK top = new TopK(Math.max(1, length), dictionary::compareIds);
        for (int i = 0; i < shares.size(); i++) {
            int candidate = shares.id(i);
            double both = common[candidate];
            common[candidate] = 0;
            boolean isSupported = both >= settings.minimumSupport();
            double similarity =
                    isSupported ? similarity(candidate, evidence, view) * both / (both + settings.shrinkage()) : 0;
            shares.replace(candidate, similarity);
            if ((float) similarity > 0 && (float) similarity >= top.threshold() && accepts.test(candidate)) {
                top.offer(candidate, similarity);
            }
        }
        ItemNeighbors best = best(top, length);
        weights.clear();
        shares.clear();
        return best;
    }

    private void load(int item, Evidence evidence, MatrixView view) {
        if (view.items() > common.length) {
            common = new int[Math.max(view.items(), 2 * common.length)];
        }
        shares.ensureCapacity(view.items());
        users = 0;
        view.readColumn(item, audience);
        touchRows(view);
        for (int i = 0; i < audience.size(); i++) {
            int slot = audience.slot(i);
            if (evidence.counts(slot, item, view)) {
                users++;
                rows.clear();
                view.readRow(slot, rows);
                addItems(item, evidence, view);
            }
        }
        if (settings.normalization() == Normalization.COSINE) {
            loadWeights(item, evidence, view);
        }
    }

    private void loadWeights(int item, Evidence evidence, MatrixView view) {
        weights.ensureCapacity(view.slots());
        squaredNorm = 0;
        latestUnit = latestUnit(view);
        for (int i = 0; i < audience.size(); i++) {
            if (evidence.counts(audience.slot(i), item, view)) {
                double weight = weight(audience, i, view);
                weights.add(audience.slot(i), weight);
                squaredNorm += weight * weight;
            }
        }
    }

    /** The rows are all over the memory: the processor waits for many of them at once, and not for each when it is read. */
    private void touchRows(MatrixView view) {
        long any = 0;
        for (int i = 0; i < audience.size(); i++) {
            any |= view.touch(audience.slot(i));
        }
        touched = any;
    }

    private int latestUnit(MatrixView view) {
        int latest = Integer.MIN_VALUE;
        for (int i = 0; i < audience.size(); i++) {
            latest = Math.max(latest, view.exponent(audience.slot(i)));
        }
        return latest;
    }

    /** The weight of a user, in the latest unit of the requested item's audience: so all are comparable. */
    private double weight(ColumnBuffer column, int index, MatrixView view) {
        int exponent = view.exponent(column.slot(index)) - latestUnit;
        return Math.scalb((double) column.weight(index), Math.max(-MAX_EXPONENT, Math.min(exponent, MAX_EXPONENT)));
    }

    /** Adds the items of the row that was read. */
    private void addItems(int requested, Evidence evidence, MatrixView view) {
        double inverseNorm = inverseNorm(evidence);
        long[] cells = rows.cells();
        int end = rows.end(0);
        int bound = view.items(); // a row may be newer than the view
        boolean all = evidence == Evidence.ALL;
        for (int place = 0; place < end; place++) {
            int item = RowBuffer.itemOf(cells[place]);
            if (item < bound && item != requested && (all || evidence.counts(rows.types(0, place)))) {
                common[item]++;
                shares.add(item, RowBuffer.weightOf(cells[place]) * inverseNorm);
            }
        }
    }

    private double inverseNorm(Evidence evidence) {
        double squares = 0;
        for (int place = 0; place < rows.end(0); place++) {
            double weight = rows.weight(place);
            squares += evidence == Evidence.ALL || evidence.counts(rows.types(0, place)) ? weight * weight : 0;
        }
        return squares > 0 ? 1 / Math.sqrt(squares) : 0;
    }

    private double similarity(int item, Evidence evidence, MatrixView view) {
        double similarity = settings.normalization() == Normalization.COSINE
                ? cosine(item, evidence, view)
                : shares.sum(item) / users / discount(users(item, evidence, view));
        return Math.min(1, similarity); // rounding may exceed the range
    }

    private double discount(int users) {
        return users < CACHED_DISCOUNTS ? discounts[users] : Math.pow(users, settings.discount());
    }

    private double cosine(int item, Evidence evidence, MatrixView view) {
        view.readColumn(item, others);
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < others.size(); i++) {
            int slot = others.slot(i);
            if (evidence.counts(slot, item, view)) {
                double weight = weight(others, i, view);
                dot += weights.sum(slot) * weight;
                squares += weight * weight;
            }
        }
        return dot > 0 ? dot / Math.sqrt(squaredNorm * squares) : 0;
    }

    private int users(int item, Evidence evidence, MatrixView view) {
        if (evidence == Evidence.ALL) {
            return Math.max(1, view.users(item));
        }
        view.readColumn(item, others);
        int counted = 0;
        for (int i = 0; i < others.size(); i++) {
            counted += evidence.counts(others.slot(i), item, view) ? 1 : 0;
        }
        return Math.max(1, counted); // users of the item may have left its audience
    }

    private ItemNeighbors best(TopK top, int limit) {
        int[] items = new int[limit];
        int found = top.drain(items);
        double[] similarities = new double[found];
        for (int place = 0; place < found; place++) {
            similarities[place] = shares.sum(items[place]);
        }
        return ItemNeighbors.wrap(found == limit ? items : Arrays.copyOf(items, found), similarities);
    }
}
