package dev.kindred.model;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A list of recommendations in arrays, best first: {@link RecommendedItem}s before they become objects. Items are numbers of the
 * dictionary.
 *
 * <p>A stream writes a list and forgets it, so it takes the arrays as they are; others ask for {@link #toItems}. Mutable, and
 * filled again for every list; not thread safe.
 */
public final class RankedList {

    private final ItemDictionary dictionary;

    // by place
    private final IntArrayList items = new IntArrayList();
    private final DoubleArrayList scores = new DoubleArrayList();
    private final ArrayList<Strategy> strategies = new ArrayList<>();
    private final IntArrayList similarUsers = new IntArrayList();
    private final DoubleArrayList propensities = new DoubleArrayList(); // not a number where chance took no part
    private final IntArrayList reasonEnds = new IntArrayList();
    private final IntArrayList partEnds = new IntArrayList();
    private final IntArrayList termEnds = new IntArrayList();

    // of all places, one after the other
    private final IntArrayList reasonItems = new IntArrayList();
    private final DoubleArrayList reasonShares = new DoubleArrayList();
    private final ArrayList<Strategy> partStrategies = new ArrayList<>();
    private final DoubleArrayList partShares = new DoubleArrayList();
    private final ArrayList<String> terms = new ArrayList<>();

    /** An empty list. */
    public RankedList(ItemDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Removes all items. */
    public void clear() {
        items.clear();
        scores.clear();
        strategies.clear();
        similarUsers.clear();
        propensities.clear();
        reasonEnds.clear();
        partEnds.clear();
        termEnds.clear();
        reasonItems.clear();
        reasonShares.clear();
        partStrategies.clear();
        partShares.clear();
        terms.clear();
    }

    /** Adds an item at the end, without reasons, parts and terms, which may follow. */
    public void add(int item, double score, Strategy strategy, int similar) {
        items.add(item);
        scores.add(score);
        strategies.add(strategy);
        similarUsers.add(similar);
        propensities.add(Double.NaN);
        reasonEnds.add(reasonItems.size());
        partEnds.add(partStrategies.size());
        termEnds.add(terms.size());
    }

    /** Inserts an item at a place, without reasons, parts and terms; those after it move down. */
    public void insert(int place, int item, double score, Strategy strategy) {
        int reasons = firstReason(place);
        int parts = firstPart(place);
        int termsBefore = firstTerm(place);
        items.add(place, item);
        scores.add(place, score);
        strategies.add(place, strategy);
        similarUsers.add(place, 0);
        propensities.add(place, Double.NaN);
        reasonEnds.add(place, reasons);
        partEnds.add(place, parts);
        termEnds.add(place, termsBefore);
    }

    /** Removes the last item. */
    public void removeLast() {
        int last = size() - 1;
        items.removeInt(last);
        scores.removeDouble(last);
        strategies.remove(last);
        similarUsers.removeInt(last);
        propensities.removeDouble(last);
        reasonEnds.removeInt(last);
        partEnds.removeInt(last);
        termEnds.removeInt(last);
        reasonItems.size(firstReason(last));
        reasonShares.size(firstReason(last));
        partStrategies.subList(firstPart(last), partStrategies.size()).clear();
        partShares.size(firstPart(last));
        terms.subList(firstTerm(last), terms.size()).clear();
    }

    /** Sets the probability with which the last item came to its place, in (0, 1]. */
    public void setPropensity(double propensity) {
        propensities.set(size() - 1, propensity);
    }

    /** Adds a {@link Reason} for the last item, which is weaker than those before. */
    public void addReason(int ownItem, double share) {
        reasonItems.add(ownItem);
        reasonShares.add(share);
        reasonEnds.set(size() - 1, reasonItems.size());
    }

    /** Adds what a strategy adds to the score of the last item, as a fraction; strategies come in their order. */
    public void addPart(Strategy strategy, double share) {
        partStrategies.add(strategy);
        partShares.add(share);
        partEnds.set(size() - 1, partStrategies.size());
    }

    /** Adds a term that the last item has in common with the user's own. */
    public void addTerm(String term) {
        terms.add(term);
        termEnds.set(size() - 1, terms.size());
    }

    /** The dictionary of the numbers. */
    public ItemDictionary dictionary() {
        return dictionary;
    }

    /** The number of items. */
    public int size() {
        return items.size();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The item at a place, numbered from 0; its rank is one more. */
    public int item(int place) {
        return items.getInt(place);
    }

    public double score(int place) {
        return scores.getDouble(place);
    }

    public Strategy strategy(int place) {
        return strategies.get(place);
    }

    public int similarUsers(int place) {
        return similarUsers.getInt(place);
    }

    /** The probability with which the item came to its place; not a number where chance took no part. */
    public double propensity(int place) {
        return propensities.getDouble(place);
    }

    /** Where the reasons for the item at a place begin; those for the next begin where they end. */
    public int firstReason(int place) {
        return place == 0 ? 0 : reasonEnds.getInt(place - 1);
    }

    public int reasonItem(int reason) {
        return reasonItems.getInt(reason);
    }

    public double reasonShare(int reason) {
        return reasonShares.getDouble(reason);
    }

    /** Where the parts of the item at a place begin; those of the next begin where they end. */
    public int firstPart(int place) {
        return place == 0 ? 0 : partEnds.getInt(place - 1);
    }

    public Strategy partStrategy(int part) {
        return partStrategies.get(part);
    }

    public double partShare(int part) {
        return partShares.getDouble(part);
    }

    /** Where the terms of the item at a place begin; those of the next begin where they end. */
    public int firstTerm(int place) {
        return place == 0 ? 0 : termEnds.getInt(place - 1);
    }

    public String term(int at) {
        return terms.get(at);
    }

    /** Whether the item at any place is a fallback, for want of enough personal ones. */
    public boolean hasFallback() {
        return strategies.contains(Strategy.POPULAR);
    }

    /** The list as objects, which stay as they are. */
    public List<RecommendedItem> toItems() {
        RecommendedItem[] list = new RecommendedItem[size()];
        for (int place = 0; place < list.length; place++) {
            list[place] = new RecommendedItem(
                    dictionary.idOf(item(place)),
                    place + 1,
                    score(place),
                    strategy(place),
                    similarUsers(place),
                    reasons(place),
                    parts(place),
                    terms.subList(firstTerm(place), firstTerm(place + 1)),
                    Double.isNaN(propensity(place)) ? OptionalDouble.empty() : OptionalDouble.of(propensity(place)));
        }
        return List.of(list);
    }

    private List<Reason> reasons(int place) {
        int first = firstReason(place);
        Reason[] reasons = new Reason[firstReason(place + 1) - first];
        for (int i = 0; i < reasons.length; i++) {
            reasons[i] = new Reason(dictionary.idOf(reasonItem(first + i)), reasonShare(first + i));
        }
        return List.of(reasons);
    }

    private Map<Strategy, Double> parts(int place) {
        if (firstPart(place) == firstPart(place + 1)) {
            return Map.of();
        }
        Map<Strategy, Double> parts = new EnumMap<>(Strategy.class);
        for (int part = firstPart(place); part < firstPart(place + 1); part++) {
            parts.put(partStrategy(part), partShare(part));
        }
        return parts;
    }
}
