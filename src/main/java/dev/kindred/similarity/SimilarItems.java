package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.TopK;
import dev.kindred.matrix.Column;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.Row;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the items most similar to one item: those of the same users.
 *
 * <p>The similarity of item j to item i is one of these, times {@code n / (n + shrinkage)}, where n users in the
 * {@linkplain MatrixView#column audience} of i have j, too.
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
 * <p>Both are in [0, 1] for weights that are not negative. Items without a positive similarity are excluded. Equal
 * similarities are ordered by item id. Not thread safe: one per thread.
 */
public final class SimilarItems {

    private static final int CACHED_DISCOUNTS = 1024; // few items have more users

    private final SimilarItemsSettings settings;
    private final ItemDictionary dictionary;
    private final Accumulator weights = new Accumulator(); // by slot, of the requested item's audience
    private final Accumulator common = new Accumulator(); // by item: the number of users in the audience who have it
    private final Accumulator shares = new Accumulator(); // by item: parts of those users' rows; then the similarity
    private final double[] discounts; // by number of users: powers are slow
    private double squaredNorm; // of the requested item's audience

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
            double users = common.sum(candidate);
            double similarity = similarity(candidate, evidence, view) * users / (users + settings.shrinkage());
            shares.replace(candidate, similarity);
            if ((float) similarity > 0 && (float) similarity >= top.threshold() && accepts.test(candidate)) {
                top.offer(candidate, similarity);
            }
        }
        ItemNeighbors best = best(top, length);
        weights.clear();
        common.clear();
        shares.clear();
        return best;
    }

    private void load(int item, Evidence evidence, MatrixView view) {
        weights.ensureCapacity(view.slots());
        common.ensureCapacity(view.items());
        shares.ensureCapacity(view.items());
        squaredNorm = 0;
        Column audience = view.column(item);
        for (int i = 0; i < audience.size(); i++) {
            Row row = view.row(audience.slot(i));
            if (evidence.counts(row, item)) {
                double weight = audience.weight(i);
                weights.add(audience.slot(i), weight);
                squaredNorm += weight * weight;
                addItems(row, item, evidence, view);
            }
        }
    }

    private void addItems(Row row, int requested, Evidence evidence, MatrixView view) {
        double inverseNorm = inverseNorm(row, evidence);
        for (int i = 0; i < row.size(); i++) {
            int item = row.item(i);
            boolean isKnown = item < view.items(); // a row may be newer than the view
            if (isKnown && item != requested && evidence.counts(row.types(i))) {
                common.add(item, 1);
                shares.add(item, row.weight(i) * inverseNorm);
            }
        }
    }

    private static double inverseNorm(Row row, Evidence evidence) {
        double squares = 0;
        for (int i = 0; i < row.size(); i++) {
            squares += evidence.counts(row.types(i)) ? (double) row.weight(i) * row.weight(i) : 0;
        }
        return squares > 0 ? 1 / Math.sqrt(squares) : 0;
    }

    private double similarity(int item, Evidence evidence, MatrixView view) {
        double similarity = settings.normalization() == Normalization.COSINE
                ? cosine(item, evidence, view)
                : shares.sum(item) / weights.size() / discount(users(item, evidence, view));
        return Math.min(1, similarity); // rounding may exceed the range
    }

    private double discount(int users) {
        return users < CACHED_DISCOUNTS ? discounts[users] : Math.pow(users, settings.discount());
    }

    private double cosine(int item, Evidence evidence, MatrixView view) {
        Column audience = view.column(item);
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < audience.size(); i++) {
            int slot = audience.slot(i);
            if (evidence.counts(view.row(slot), item)) {
                dot += weights.sum(slot) * audience.weight(i);
                squares += (double) audience.weight(i) * audience.weight(i);
            }
        }
        return dot > 0 ? dot / Math.sqrt(squaredNorm * squares) : 0;
    }

    private static int users(int item, Evidence evidence, MatrixView view) {
        if (evidence == Evidence.ALL) {
            return Math.max(1, view.users(item));
        }
        Column audience = view.column(item);
        int users = 0;
        for (int i = 0; i < audience.size(); i++) {
            users += evidence.counts(view.row(audience.slot(i)), item) ? 1 : 0;
        }
        return Math.max(1, users); // users of the item may have left its audience
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
