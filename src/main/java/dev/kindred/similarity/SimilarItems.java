package dev.kindred.similarity;

import dev.kindred.math.Accumulator;
import dev.kindred.math.TopK;
import dev.kindred.matrix.Column;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.Row;
import dev.kindred.model.ItemDictionary;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the items most similar to one: those that the same users are drawn to.
 *
 * <p>The similarity of two items is the cosine of their audiences' weights,
 * {@code sum over v of w(v,i)·w(v,j) / (|w_i|·|w_j|)}, as in Sarwar et al., <em>Item-based collaborative filtering
 * recommendation algorithms</em>, WWW 2001, without their adjustment for each user's mean. Sums and norms run over the
 * users in the {@linkplain MatrixView#column audiences}. Equal similarities are ordered by item id. Not thread safe: one
 * per thread.
 */
public final class SimilarItems {

    private final ItemDictionary dictionary;
    private final Accumulator weights = new Accumulator(); // by slot, of the asked item's audience
    private final Accumulator candidates = new Accumulator(); // by item that a user of the audience has: the similarity

    /** A search that orders ties by these ids. */
    public SimilarItems(ItemDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * An item and how similar it is.
     *
     * @param item by number
     * @param similarity in (0, 1]
     */
    public record SimilarItem(int item, double similarity) {}

    /**
     * The items most similar to one, without itself, most similar first.
     *
     * @param item by number
     * @param most how many of them at most, positive
     */
    public List<SimilarItem> find(int item, int most, MatrixView view) {
        load(item, view);
        double inverseNorm = inverseNorm(view.column(item));
        TopK top = new TopK(most, dictionary::compareIds);
        List<SimilarItem> similar = new ArrayList<>(most);
        for (int i = 0; i < candidates.size(); i++) {
            int candidate = candidates.id(i);
            candidates.replace(candidate, similarity(candidate, inverseNorm, view));
            offer(top, candidate);
        }
        int[] best = new int[most];
        int found = top.drain(best);
        for (int i = 0; i < found; i++) {
            similar.add(new SimilarItem(best[i], candidates.sum(best[i])));
        }
        weights.clear();
        candidates.clear();
        return similar;
    }

    private void load(int item, MatrixView view) {
        weights.ensureCapacity(view.slots());
        candidates.ensureCapacity(view.items());
        Column audience = view.column(item);
        for (int i = 0; i < audience.size(); i++) {
            weights.add(audience.slot(i), audience.weight(i));
            addItems(view.row(audience.slot(i)), item, view);
        }
    }

    private void addItems(Row row, int asked, MatrixView view) {
        for (int i = 0; i < row.size(); i++) {
            int item = row.item(i);
            if (item != asked && item < view.items()) { // a row may be newer than the view
                candidates.add(item, 1);
            }
        }
    }

    private void offer(TopK top, int item) {
        if ((float) candidates.sum(item) > 0) {
            top.offer(item, candidates.sum(item));
        }
    }

    private double similarity(int item, double inverseNorm, MatrixView view) {
        Column audience = view.column(item);
        double dot = 0;
        for (int i = 0; i < audience.size(); i++) {
            dot += weights.sum(audience.slot(i)) * audience.weight(i);
        }
        return Math.min(1, dot * inverseNorm * inverseNorm(audience)); // rounding may go beyond
    }

    private static double inverseNorm(Column column) {
        double squaredNorm = 0;
        for (int i = 0; i < column.size(); i++) {
            squaredNorm += (double) column.weight(i) * column.weight(i);
        }
        return squaredNorm > 0 ? 1 / Math.sqrt(squaredNorm) : 0;
    }
}
