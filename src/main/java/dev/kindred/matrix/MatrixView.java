package dev.kindred.matrix;

import dev.kindred.model.Affinity;

/**
 * One reader's view of the matrix during one refresh.
 *
 * <p>Users are given by <em>slot</em>, a dense number. A slot may be reused for another user after its owner is
 * removed; the new owner's cells then count as changes. {@link #key} names the owner. Weights are relative to a
 * landmark in time, and comparable to those of any view with the same {@link #epoch}.
 */
public final class MatrixView {

    private final Tables tables;
    private final Popularity popularity;
    private final Popularity trending;
    private final long newestMs;
    private final long sequence;
    private final int users;
    private final int cells;

    MatrixView(
            Tables tables,
            Popularity popularity,
            Popularity trending,
            long newestMs,
            long sequence,
            int users,
            int cells) {
        this.tables = tables;
        this.popularity = popularity;
        this.trending = trending;
        this.newestMs = newestMs;
        this.sequence = sequence;
        this.users = users;
        this.cells = cells;
    }

    /** The view has all changes up to this number, and may have later ones. */
    public long sequence() {
        return sequence;
    }

    /** The number of cells. */
    public int cells() {
        return cells;
    }

    /** A number that changes when slots and weights held by a reader become invalid. */
    public long epoch() {
        return tables.epoch;
    }

    /** All slots are below this number. */
    public int slots() {
        return tables.rows.length;
    }

    /** The key of the user who holds a slot. */
    public long key(int slot) {
        return tables.keys[slot];
    }

    /** The cells of the user who holds a slot. */
    public Row row(int slot) {
        return tables.rows[slot];
    }

    /** The inverse of the L2 norm of a user's row; 0 for an empty one. */
    public float inverseNorm(int slot) {
        return tables.inverseNorms[slot];
    }

    /** The sequence number at which the user in a slot last lost a cell. */
    public long removedAt(int slot) {
        return tables.removedAt[slot];
    }

    /** The audience of an item; empty for an item without users. */
    public Column column(int item) {
        return item < tables.columns.length ? tables.columns[item] : Column.EMPTY;
    }

    /** The sequence number at which the audience of an item last changed. */
    public long changedAt(int item) {
        return item < tables.changedAt.length ? tables.changedAt[item] : 0;
    }

    /**
     * The rarity of an item: {@code ln(1 + N / n)}, with N users in all and n users of the item; the greatest value for
     * an item without users. Source: Spärck Jones, <em>A statistical interpretation of term specificity</em> (1972),
     * with users in the place of documents.
     */
    public double inverseUserFrequency(int item) {
        return Math.log1p(users / (double) Math.max(1, users(item)));
    }

    /** The number of kept users of an item, including those who have left its audience. */
    public int users(int item) {
        return item < tables.users.length ? tables.users[item] : 0;
    }

    /** All items are below this number. */
    public int items() {
        return tables.columns.length;
    }

    /** An affinity as a weight, comparable to the weights of this view. */
    public double weight(Affinity affinity) {
        return tables.landmark.relative(affinity.affinity(), affinity.touchedMs());
    }

    /**
     * The value of a weight of 1 at a time, in epoch milliseconds. For a time before the newest cell it is the value at
     * that cell's time, so that scores of old events stay finite.
     */
    public double unitAt(long timestampMs) {
        return tables.landmark.unitAt(Math.max(timestampMs, newestMs));
    }

    /** The items with most users, most popular first, ties by id. The caller must not change the array. */
    public int[] popular() {
        return popularity.top();
    }

    /**
     * The number of users of an item, each decayed since the last touch, as of a time or that of the newest cell if it
     * is later.
     */
    public double popularity(int item, long timestampMs) {
        return popularity.valueAt(item, Math.max(timestampMs, newestMs));
    }

    /** As {@link #popular}, with the half-life of trends. */
    public int[] trending() {
        return trending.top();
    }

    /** As {@link #popularity}, with the half-life of trends. */
    public double trend(int item, long timestampMs) {
        return trending.valueAt(item, Math.max(timestampMs, newestMs));
    }
}
