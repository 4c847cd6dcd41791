package dev.kindred.content;

import dev.kindred.math.SparseVector;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of the terms of every item, and of the newest items of every term.
 *
 * <p>It is a pure function of the items in it, independent of their order and of earlier content: "newest" is by
 * {@link Item#updatedMs}, then by id. A search therefore finds a new item by each of its terms, even by common ones.
 * Weights are stored without idf, because every new item changes the idf of every term; readers apply it.
 *
 * <p>Rows and columns are {@link SparseVector}s. The matrix of users and items does not fit here, for three reasons. It
 * changes one cell at a time, but an item must change all its terms at once. Cells that its columns evict are lost for
 * its rows and counts, but a cosine needs every term of an item, and idf every item of a term. A cell's time, types and
 * decay, half of its memory, are useless for a word.
 *
 * <p>One thread writes with {@link #put} and {@link #remove}. Any number of threads read through {@link #view()}
 * without a lock.
 */
public final class TermIndex {

    private static final int RECLAIM_BATCH = 1024;

    private final ContentSettings settings;
    private final ItemDictionary dictionary;
    private final ItemTerms itemTerms;
    private final Vocabulary vocabulary = new Vocabulary();
    private @Nullable Postings[] postings = new @Nullable Postings[1024]; // by term; null for an unused term
    private long[] updatedMs = new long[1024]; // by item
    private int count; // the number of items with a row
    private volatile Tables tables = new Tables(1024, 1024);
    private volatile int documents; // equals count; written after the entries of the tables

    /** An empty index. */
    public TermIndex(ContentSettings settings, Tokenizer tokenizer, ItemDictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.itemTerms = new ItemTerms(settings.fields(), tokenizer);
    }

    /**
     * Adds an item, or replaces its terms.
     *
     * @param number the item's number in the dictionary
     */
    public void put(int number, Item item) {
        replace(number, itemTerms.of(item), item.updatedMs());
    }

    /** Removes an item. Does nothing if the index does not have it. */
    public void remove(int number) {
        replace(number, Map.of(), 0);
    }

    private void replace(int item, Map<Term, Double> weights, long updated) {
        ensureItemCapacity(item);
        SparseVector after = rowOf(weights); // may replace the tables
        SparseVector before = tables.rows.getPlain(item);
        removeFromColumns(item, before);
        updatedMs[item] = updated;
        addToColumns(item, after);
        setRow(item, after);
        setColumns(before);
        setColumns(after);
        retireUnused(before);
        count += Integer.signum(after.size()) - Integer.signum(before.size());
        documents = count;
    }

    private SparseVector rowOf(Map<Term, Double> weights) {
        int[] numbers = new int[weights.size()];
        float[] values = new float[numbers.length];
        int size = 0;
        for (Map.Entry<Term, Double> weight : weights.entrySet()) {
            numbers[size] = vocabulary.numberOf(weight.getKey());
            values[size] = weight.getValue().floatValue();
            ensureTermCapacity(numbers[size]);
            tables.terms[numbers[size++]] = weight.getKey();
        }
        return SparseVector.sortedById(numbers, values);
    }

    private void removeFromColumns(int item, SparseVector row) {
        for (int i = 0; i < row.size(); i++) {
            int term = row.id(i);
            postingsOf(term).remove(item, this::compareAge, other -> weight(other, term));
        }
    }

    private void addToColumns(int item, SparseVector row) {
        for (int i = 0; i < row.size(); i++) {
            postingsOf(row.id(i)).add(item, row.weight(i), this::compareAge);
        }
    }

    private Postings postingsOf(int term) {
        Postings known = postings[term];
        Postings found = known == null ? new Postings(settings.postings()) : known;
        postings[term] = found;
        return found;
    }

    private float weight(int item, int term) {
        SparseVector row = tables.rows.getPlain(item);
        return row.weight(row.find(term));
    }

    private int compareAge(int item, int other) {
        int byTime = Long.compare(updatedMs[item], updatedMs[other]);
        return byTime != 0 ? byTime : dictionary.compareIds(item, other);
    }

    private void setRow(int item, SparseVector row) {
        tables.inverseNorms[item] = row.inverseNorm();
        tables.rows.setRelease(item, row);
    }

    private void setColumns(SparseVector row) {
        for (int i = 0; i < row.size(); i++) {
            Postings current = postingsOf(row.id(i));
            tables.frequencies[row.id(i)] = current.frequency();
            tables.columns.setRelease(row.id(i), current.newest());
        }
    }

    private void retireUnused(SparseVector row) {
        for (int i = 0; i < row.size(); i++) {
            int term = row.id(i);
            if (tables.frequencies[term] == 0) {
                postings[term] = null;
                vocabulary.retire(tables.terms[term]);
            }
        }
        if (vocabulary.retired().size() >= RECLAIM_BATCH) {
            reclaimRetired();
        }
    }

    /** Readers of the old tables are unaffected; the new tables have no retired numbers. */
    private void reclaimRetired() {
        Tables next = tables.resized(tables.items(), tables.terms());
        vocabulary.retired().forEach(number -> next.terms[number] = Term.NONE);
        tables = next;
        vocabulary.reclaim();
    }

    private void ensureItemCapacity(int item) {
        if (item >= tables.items()) {
            tables = tables.resized(2 * item, tables.terms());
            updatedMs = Arrays.copyOf(updatedMs, 2 * item);
        }
    }

    private void ensureTermCapacity(int term) {
        if (term >= tables.terms()) {
            tables = tables.resized(tables.items(), 2 * term);
            postings = Arrays.copyOf(postings, 2 * term);
        }
    }

    /** The index as of now, for one reading thread. Later changes may or may not be visible. */
    public TermView view() {
        int seen = documents; // before the tables: they contain all these items
        return new TermView(tables, seen);
    }

    /** The number of distinct terms. */
    public int terms() {
        return vocabulary.size();
    }
}
