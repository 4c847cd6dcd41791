package dev.kindred.content;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;

/**
 * Assigns dense numbers to terms. The number of an unused term is <em>retired</em>, and reused for another term only
 * after {@link #reclaim}, so that no reader of the old term sees the new one. Owned by the index's writer thread.
 */
final class Vocabulary {

    private static final int NONE = -1;

    private final Object2IntOpenHashMap<Term> numbers = new Object2IntOpenHashMap<>();
    private final IntArrayList free = new IntArrayList();
    private final IntArrayList retired = new IntArrayList();
    private int next; // numbers from here on were never assigned

    Vocabulary() {
        numbers.defaultReturnValue(NONE);
    }

    /** The number of a term; assigns a free one to a new term. */
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

    /** Frees the retired numbers. */
    void reclaim() {
        free.addAll(retired);
        retired.clear();
    }

    /** The number of terms with a number. */
    int size() {
        return numbers.size();
    }
}
