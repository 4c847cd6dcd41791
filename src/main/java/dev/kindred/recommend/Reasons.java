package dev.kindred.recommend;

import dev.kindred.math.TopK;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.Row;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Reason;
import dev.kindred.similarity.InterestIndex;
import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much each of the user's own items contributed to each recommended one.
 *
 * <p>A score is {@code Σ_v similarity(u,v)·w(v,i)}, and a similarity is itself a sum over the user's items,
 * {@code Σ_j q_j·w(v,j) / (|q|·|w_v|)}. So the part that item j has in the score of item i is
 * {@code Σ_v q_j·w(v,j)·w(v,i) / (|q|·|w_v|)}, and the parts of all j add up to the score.
 *
 * <p>Not thread safe: one per thread.
 */
final class Reasons {

    private final ItemDictionary dictionary;
    private final InterestIndex index = new InterestIndex();
    private int[] places = new int[1024]; // by item: place among the recommended ones, plus 1
    private double[] contributions = new double[0]; // by place and position in the vector
    private int[] supporters = new int[0]; // by place: neighbors who have the item
    private int hits; // how many recommended items the neighbor at hand has
    private int[] hitPlaces = new int[0]; // the first hits are their places
    private double[] hitWeights = new double[0]; // and the neighbor's weights of them
    private int width; // size of the vector

    Reasons(ItemDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * Computes the contributions to some items.
     *
     * @param items the recommended items, by number
     * @param count how many of them
     */
    void compute(int[] items, int count, UserVector vector, Neighbors neighbors, MatrixView view) {
        begin(items, count, vector, view);
        for (int n = 0; n < neighbors.size(); n++) {
            int slot = neighbors.slot(n);
            Row row = view.row(slot);
            findRecommended(row);
            if (hits > 0) {
                addContributions(row, view.inverseNorm(slot));
            }
        }
        end(items, count, vector);
    }

    private void begin(int[] items, int count, UserVector vector, MatrixView view) {
        index.load(vector, view.items());
        width = vector.size();
        if (contributions.length < count * width) {
            contributions = new double[count * width];
        }
        if (supporters.length < count) {
            hitPlaces = new int[count];
            hitWeights = new double[count];
            supporters = new int[count];
        }
        Arrays.fill(contributions, 0, count * width, 0);
        Arrays.fill(supporters, 0, count, 0);
        for (int place = 0; place < count; place++) {
            if (items[place] >= places.length) {
                places = Arrays.copyOf(places, 2 * items[place]);
            }
            places[items[place]] = place + 1;
        }
    }

    private void findRecommended(Row row) {
        hits = 0;
        for (int i = 0; i < row.size(); i++) {
            int place = placeOf(row.item(i));
            if (place >= 0) {
                hitPlaces[hits] = place;
                hitWeights[hits++] = row.weight(i);
                supporters[place] += row.weight(i) > 0 ? 1 : 0;
            }
        }
    }

    private int placeOf(int item) {
        return item < places.length ? places[item] - 1 : -1;
    }

    private void addContributions(Row row, double inverseNorm) {
        for (int i = 0; i < row.size(); i++) {
            int position = index.position(row.item(i));
            if (position >= 0) {
                double shared = index.interest(row.item(i)) * row.weight(i) * inverseNorm;
                for (int hit = 0; hit < hits; hit++) {
                    contributions[hitPlaces[hit] * width + position] += shared * hitWeights[hit];
                }
            }
        }
    }

    private void end(int[] items, int count, UserVector vector) {
        index.clear(vector);
        for (int place = 0; place < count; place++) {
            places[items[place]] = 0;
        }
    }

    /** How many neighbors are drawn to the item at a place. */
    int supporters(int place) {
        return supporters[place];
    }

    /** The strongest reasons for the item at a place, with their shares of its score. */
    List<Reason> strongest(int place, int most, UserVector vector) {
        double total = total(place);
        if (most == 0 || total == 0) {
            return List.of();
        }
        TopK top = new TopK(most, (a, b) -> dictionary.compareIds(vector.item(a), vector.item(b)));
        for (int position = 0; position < width; position++) {
            if (contributions[place * width + position] != 0) {
                top.offer(position, contributions[place * width + position]);
            }
        }
        int[] positions = new int[most];
        int found = top.drain(positions);
        List<Reason> reasons = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            double share = contributions[place * width + positions[i]] / total;
            reasons.add(new Reason(dictionary.idOf(vector.item(positions[i])), share));
        }
        return reasons;
    }

    /** The sum of all contributions to the item at a place, up to the common factor of the norm of the interests. */
    double total(int place) {
        double total = 0;
        for (int position = 0; position < width; position++) {
            total += contributions[place * width + position];
        }
        return total;
    }
}
