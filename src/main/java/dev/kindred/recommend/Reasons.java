package dev.kindred.recommend;

import dev.kindred.math.TopK;
import dev.kindred.matrix.Row;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Reason;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much each of the user's own items contributed to each recommended one.
 *
 * <p>A neighbor's {@linkplain Vote vote} for an item is a sum over the items that user and neighbor share. So is the
 * score of an item, and the parts of all the user's items add up to it.
 *
 * <p>Not thread safe: one per thread.
 */
final class Reasons {

    private final ItemDictionary dictionary;
    private final Vote vote;
    private int[] places = new int[1024]; // by item: place among the recommended ones, plus 1
    private double[] contributions = new double[0]; // by place and index in the query
    private int[] supporters = new int[0]; // by place: neighbors who have the item
    private int hits; // how many recommended items the neighbor at hand has
    private int[] hitPlaces = new int[0]; // the first hits are their places
    private int[] hitCells = new int[0]; // and where the neighbor's row has them
    private int width; // size of the query

    Reasons(ItemDictionary dictionary, Vote vote) {
        this.dictionary = dictionary;
        this.vote = vote;
    }

    /**
     * Computes the contributions to some items.
     *
     * @param items the recommended items, by number
     * @param count how many of them
     * @param own the user's own history, loaded if {@code ownSimilarity} is positive
     */
    void compute(int[] items, int count, Neighbors neighbors, OwnHistory own, double ownSimilarity) {
        begin(items, count, neighbors.query());
        for (int n = 0; n < neighbors.size(); n++) {
            findRecommended(neighbors.row(n));
            if (hits > 0) {
                vote.load(neighbors, n);
                addContributions(neighbors, n);
            }
        }
        if (ownSimilarity > 0) {
            vote.loadOwn(own, neighbors.query(), ownSimilarity);
            addOwn(own);
        }
        for (int place = 0; place < count; place++) {
            places[items[place]] = 0;
        }
    }

    private void begin(int[] items, int count, Query asking) {
        width = asking.size();
        if (contributions.length < count * width) {
            contributions = new double[2 * count * width];
        }
        if (supporters.length < count) {
            hitPlaces = new int[count];
            hitCells = new int[count];
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
                hitCells[hits++] = i;
                supporters[place] += row.weight(i) > 0 ? 1 : 0;
            }
        }
    }

    private int placeOf(int item) {
        return item < places.length ? places[item] - 1 : -1;
    }

    private void addContributions(Neighbors neighbors, int n) {
        for (int hit = 0; hit < hits; hit++) {
            int first = hitPlaces[hit] * width;
            float weight = neighbors.row(n).weight(hitCells[hit]);
            for (int j = 0; j < neighbors.shared(n); j++) {
                contributions[first + neighbors.sharedIndex(n, j)] += vote.part(j, hitCells[hit]) * weight;
            }
        }
    }

    private void addOwn(OwnHistory own) {
        for (int cell = 0; cell < own.size(); cell++) {
            int place = placeOf(own.item(cell));
            for (int j = 0; place >= 0 && j < width; j++) {
                contributions[place * width + j] += vote.part(j, cell) * own.weight(cell);
            }
        }
    }

    /** How many neighbors are drawn to the item at a place. */
    int supporters(int place) {
        return supporters[place];
    }

    /** The strongest reasons for the item at a place, with their shares of its score. */
    List<Reason> strongest(int place, int most, Query query) {
        double total = total(place);
        if (most == 0 || total == 0) {
            return List.of();
        }
        int first = place * width;
        TopK top = new TopK(most, (a, b) -> dictionary.compareIds(query.item(a), query.item(b)));
        for (int index = 0; index < width; index++) {
            if (contributions[first + index] != 0) {
                top.offer(index, contributions[first + index]);
            }
        }
        int[] indexes = new int[most];
        int found = top.drain(indexes);
        List<Reason> reasons = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            double share = contributions[first + indexes[i]] / total;
            reasons.add(new Reason(dictionary.idOf(query.item(indexes[i])), share));
        }
        return reasons;
    }

    /** The sum of all contributions to the item at a place: its score. */
    double total(int place) {
        double total = 0;
        for (int index = 0; index < width; index++) {
            total += contributions[place * width + index];
        }
        return total;
    }
}
