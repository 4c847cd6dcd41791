package dev.kindred.recommend;

import dev.kindred.math.TopK;
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
 * <p>A {@linkplain Votes vote} for an item is a sum over the items that user and voter share. So is the score of an item,
 * and the parts of all the user's items add up to it.
 *
 * <p>Not thread safe: one per thread.
 */
final class Reasons {

    private final ItemDictionary dictionary;
    private int limit; // reasons to give for one item
    private TopK strongest;
    private int[] indexes = new int[1]; // scratch: of the strongest, in the query
    private int[] places = new int[1024]; // by item: place among the recommended ones, plus 1
    private double[] contributions = new double[0]; // by place and index in the query
    private int[] supporters = new int[0]; // by place: neighbors who are drawn to the item
    private int width; // size of the query
    private int[] own = new int[16]; // by index in the query: the item

    /** Without reasons yet. */
    Reasons(ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.strongest = new TopK(1, this::compareItems);
    }

    private int compareItems(int index, int other) {
        return dictionary.compareIds(own[index], own[other]);
    }

    /**
     * Computes the contributions to some items, or, if no reasons are to be given, the supporters alone.
     *
     * @param items the recommended items, by number
     * @param count how many of them
     * @param found the neighbors, who vote first
     * @param reasonLimit how many reasons are given for one item; at 0 there are no contributions
     */
    void compute(int[] items, int count, Neighbors found, Votes votes, int reasonLimit) {
        setLimit(reasonLimit);
        begin(items, count, found.query());
        for (int voter = 0; voter < votes.voters(); voter++) {
            boolean isNeighbor = voter < found.size(); // the other one is the user's own history
            for (int at = votes.firstItem(voter); at < votes.firstItem(voter + 1); at++) {
                int place = placeOf(votes.item(at));
                if (place >= 0) {
                    supporters[place] += isNeighbor && votes.weight(at) > 0 ? 1 : 0;
                    if (limit > 0) {
                        addContributions(place, voter, at, votes);
                    }
                }
            }
        }
        for (int place = 0; place < count; place++) {
            places[items[place]] = 0;
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

    private void begin(int[] items, int count, Query query) {
        takeIn(query);
        if (contributions.length < count * width) {
            contributions = new double[2 * count * width];
        }
        if (supporters.length < count) {
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

    private void takeIn(Query query) {
        width = query.size();
        if (width > own.length) {
            own = new int[2 * width];
        }
        for (int index = 0; index < width; index++) {
            own[index] = query.item(index);
        }
    }

    private int placeOf(int item) {
        return item < places.length ? places[item] - 1 : -1;
    }

    private void addContributions(int place, int voter, int at, Votes votes) {
        for (int j = votes.firstShared(voter); j < votes.firstShared(voter + 1); j++) {
            contributions[place * width + votes.sharedIndex(j)] += votes.part(j, at);
        }
    }

    /** How many own items there are contributions of, if any: those of the query. */
    int width() {
        return width;
    }

    /** The own item at an index below the width, by number. */
    int own(int index) {
        return own[index];
    }

    /** What the own item at an index contributes to the item at a place. */
    double contribution(int place, int index) {
        return contributions[place * width + index];
    }

    /** How many neighbors are drawn to the item at a place. */
    int supporters(int place) {
        return supporters[place];
    }

    /** The strongest reasons for the item at a place, with their shares of its score. */
    List<Reason> strongest(int place) {
        double total = total(place);
        if (limit == 0 || total == 0) {
            return List.of();
        }
        int first = place * width;
        for (int index = 0; index < width; index++) {
            if (contributions[first + index] != 0) {
                strongest.offer(index, contributions[first + index]);
            }
        }
        int found = strongest.drain(indexes);
        List<Reason> reasons = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            double share = contributions[first + indexes[i]] / total;
            reasons.add(new Reason(dictionary.idOf(own[indexes[i]]), share));
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
