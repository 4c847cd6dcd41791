package dev.kindred.recommend;

import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.RankedList;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.Query;
import java.util.Arrays;

/**
 * How much each of the user's own items contributed to each recommended one.
 *
 * <p>A {@linkplain Votes vote} for an item is a sum over the items that user and voter share. So is the score of an
 * item, and the parts of all the user's items add up to it. A part that comes from fewer neighbors than the minimum
 * support would tell of single users; only what the user's own history adds to it counts.
 *
 * <p>Not thread safe: one per thread.
 */
final class Reasons {

    private final ItemDictionary dictionary;
    private final int minimumSupport;
    private int limit; // reasons to give for one item
    private TopK strongest;
    private int[] indexes = new int[1]; // scratch: of the strongest, in the query
    private double[] contributions = new double[0]; // by place and index in the query
    private int[] supporters = new int[0]; // by place: neighbors with a positive affinity to the item
    private int width; // size of the query
    private int[] own = new int[16]; // by index in the query: the item
    private int[] contributors = new int[16]; // scratch of one place, by index in the query: neighbors
    private double[] ownParts = new double[16]; // scratch of one place, by index in the query: of the own history

    Reasons(int minimumSupport, ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.minimumSupport = minimumSupport;
        this.strongest = new TopK(1, this::compareItems);
    }

    private int compareItems(int index, int other) {
        return dictionary.compareIds(own[index], own[other]);
    }

    /**
     * Computes the contributions to items, or only the supporters if no reasons are requested.
     *
     * @param items the recommended items, by number
     * @param count the number of items
     * @param found the neighbors, which are the first voters
     * @param reasonLimit the greatest number of reasons for one item; 0 computes no contributions
     */
    void compute(int[] items, int count, Neighbors found, Votes votes, int reasonLimit) {
        setLimit(reasonLimit);
        begin(count, found.query());
        for (int place = 0; place < count; place++) {
            supporters[place] = votes.supporters(items[place]);
            if (limit > 0) {
                votes.addParts(items[place], contributions, place * width, contributors, ownParts);
                withholdThoseOfFew(place);
            }
        }
    }

    private void setLimit(int reasonLimit) {
        limit = reasonLimit;
        int capacity = Math.max(1, reasonLimit);
        if (capacity != indexes.length) {
            indexes = new int[capacity];
            strongest = new TopK(capacity, this::compareItems);
        }
    }

    private void begin(int count, Query query) {
        copyItems(query);
        if (contributions.length < count * width) {
            contributions = new double[2 * count * width];
        }
        if (supporters.length < count) {
            supporters = new int[count];
        }
        Arrays.fill(contributions, 0, count * width, 0);
    }

    private void copyItems(Query query) {
        width = query.size();
        if (width > own.length) {
            own = new int[2 * width];
            contributors = new int[2 * width];
            ownParts = new double[2 * width];
        }
        for (int index = 0; index < width; index++) {
            own[index] = query.item(index);
        }
    }

    private void withholdThoseOfFew(int place) {
        for (int index = 0; index < width; index++) {
            if (contributors[index] < minimumSupport) {
                contributions[place * width + index] = ownParts[index];
            }
            contributors[index] = 0;
            ownParts[index] = 0;
        }
    }

    /** The number of own items, those of the query. */
    int width() {
        return width;
    }

    /** The own item at an index below the width, by number. */
    int own(int index) {
        return own[index];
    }

    /** The contribution of the own item at an index to the item at a place. */
    double contribution(int place, int index) {
        return contributions[place * width + index];
    }

    /** The number of neighbors with a positive affinity to the item at a place. */
    int supporters(int place) {
        return supporters[place];
    }

    /** Adds the strongest reasons for the item at a place, with their shares of its score, to the last item of a list. */
    void addStrongest(int place, RankedList list) {
        double total = total(place);
        if (limit == 0 || total == 0) {
            return;
        }
        int first = place * width;
        for (int index = 0; index < width; index++) {
            if (contributions[first + index] != 0) {
                strongest.offer(index, contributions[first + index]);
            }
        }
        int found = strongest.drain(indexes);
        for (int i = 0; i < found; i++) {
            list.addReason(own[indexes[i]], contributions[first + indexes[i]] / total);
        }
    }

    /** The sum of all contributions to the item at a place: its score, as far as none is withheld. */
    double total(int place) {
        double total = 0;
        for (int index = 0; index < width; index++) {
            total += contributions[place * width + index];
        }
        return total;
    }
}
