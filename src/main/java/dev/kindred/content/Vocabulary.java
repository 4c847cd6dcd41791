package dev.kindred.content;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;

/**
 * Terms as dense numbers. The number of a term that no item has any more is <em>retired</em>, and given to another term
 * only after {@link #reclaim}: so nobody who still reads the old one takes it for the new. Owned by the index's one
 * writer.
 */
final class Vocabulary {

    private static final int NONE = -1;

    private final Object2IntOpenHashMap<Term> numbers = new Object2IntOpenHashMap<>();
    private final IntArrayList free = new IntArrayList();
    private final IntArrayList retired = new IntArrayList();
    private int next; // numbers from here on were never given out

    Vocabulary() {
        numbers.defaultReturnValue(NONE);
    }

    /** The number of a term; a new term takes a free one. */
    int numberOf(Term term) {
        int known = numbers.getInt(term);
        if (known != NONE) {
            return known;
        }
        int number = free.isEmpty() ? next++ : free.popInt();
        numbers.put(term, number);
        return number;
    }

    void retire(Term term) {
        retired.add(numbers.removeInt(term));
    }

    /** The numbers that wait for {@link #reclaim}. */
    IntArrayList retired() {
        return retired;
    }

    /** From now on, retired numbers are free. */
    void reclaim() {
        free.addAll(retired);
        retired.clear();
    }

    /** How many terms have a number. */
    int size() {
        return numbers.size();
    }
}
