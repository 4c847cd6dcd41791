package dev.kindred.content;

import dev.kindred.math.SparseVector;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms of every item, and the newest items of every term.
 *
 * <p>It is a pure function of the items that are in it, whatever the order in which they came and whatever was there
 * before: "newest" is by {@link Item#updatedMs}, then by id. So an item that was just told of is found by each of its
 * terms, however common they are. Weights are kept without rarity, because with every item the rarity of every term
 * changes; whoever reads applies it.
 *
 * <p>Rows and columns are {@link SparseVector}s. The matrix of users and items is of no use here, although it has rows
 * and columns too: it takes one cell at a time, where an item has to change all its terms at once; what its columns
 * forget is gone from its rows and counts, where a cosine needs every term of an item, and rarity every item of a term;
 * and a cell's time, types and decay, half of its memory, mean nothing for a word.
 *
 * <p>One thread writes, {@link #put} and {@link #remove}; any number read through {@link #view()} without a lock.
 */
public final class TermIndex {

    private static final int RETIRED_AT_A_TIME = 1024;

    private final ContentSettings settings;
    private final ItemDictionary dictionary;
    private final ItemTerms itemTerms;
    private final Vocabulary vocabulary = new Vocabulary();
    private @Nullable Postings[] postings = new @Nullable Postings[1024]; // by term; null for a term that no item has
    private long[] updatedMs = new long[1024]; // by item
    private int count; // of items with a row
    private volatile Tables tables = new Tables(1024, 1024);
    private volatile int documents; // the count, written after the entries of the tables

    /** An empty index. */
    public TermIndex(ContentSettings settings, Tokenizer tokenizer, ItemDictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.itemTerms = new ItemTerms(settings.fields(), tokenizer);
    }

    /**
     * Takes in an item, in place of what was known of it.
     *
     * @param number the item's, in the dictionary
     */
    public void put(int number, Item item) {
        replace(number, itemTerms.of(item), item.updatedMs());
    }

    /** Takes out an item; nothing happens if it is not here. */
    public void remove(int number) {
        replace(number, Map.of(), 0);
    }

    private void replace(int item, Map<Term, Double> weights, long updated) {
        makeRoomForItem(item);
        SparseVector after = rowOf(weights); // may replace the tables
        SparseVector before = tables.rows.getPlain(item);
        takeFromColumns(item, before);
        updatedMs[item] = updated;
        putIntoColumns(item, after);
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
            makeRoomForTerm(numbers[size]);
            tables.terms[numbers[size++]] = weight.getKey();
        }
        return SparseVector.sortedById(numbers, values);
    }

    private void takeFromColumns(int item, SparseVector row) {
        for (int i = 0; i < row.size(); i++) {
            int term = row.id(i);
            postingsOf(term).remove(item, this::compareAge, other -> weight(other, term));
        }
    }

    private void putIntoColumns(int item, SparseVector row) {
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
        if (vocabulary.retired().size() >= RETIRED_AT_A_TIME) {
            reclaimRetired();
        }
    }

    /** Readers of the tables so far go on without surprise; those of the new ones will meet no retired number. */
    private void reclaimRetired() {
        Tables next = tables.grown(tables.items(), tables.terms());
        vocabulary.retired().forEach(number -> next.terms[number] = Term.NONE);
        tables = next;
        vocabulary.reclaim();
    }

    private void makeRoomForItem(int item) {
        if (item >= tables.items()) {
            tables = tables.grown(2 * item, tables.terms());
            updatedMs = Arrays.copyOf(updatedMs, 2 * item);
        }
    }

    private void makeRoomForTerm(int term) {
        if (term >= tables.terms()) {
            tables = tables.grown(tables.items(), 2 * term);
            postings = Arrays.copyOf(postings, 2 * term);
        }
    }

    /** The index as of now, for reading by one thread; later changes may or may not show in it. */
    public TermView view() {
        int seen = documents; // before the tables, so that no item among them can be missing there
        return new TermView(tables, seen);
    }

    /** How many terms the items have. */
    public int terms() {
        return vocabulary.size();
    }
}
