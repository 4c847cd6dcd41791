package dev.kindred.matrix;

import dev.kindred.model.Affinity;

/**
 * What one reader sees of the matrix during one refresh.
 *
 * <p>Users appear by <em>slot</em>, a dense number that may be given to another user after its owner is forgotten; the
 * new owner's cells then count as changes. {@link #key} names the owner. Weights are relative to a landmark in time,
 * and comparable to those of any view with the same {@link #epoch}.
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

    /** All changes up to this number are in the view; later ones may be. */
    public long sequence() {
        return sequence;
    }

    /** How many cells are remembered. */
    public int cells() {
        return cells;
    }

    /** Changes when slots and weights that a reader remembered have lost their meaning. */
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

    /** What is remembered of the user who holds a slot. */
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

    /** The audience of an item; empty for an item that nobody has. */
    public Column column(int item) {
        return item < tables.columns.length ? tables.columns[item] : Column.EMPTY;
    }

    /** The sequence number at which the audience of an item last changed. */
    public long changedAt(int item) {
        return item < tables.changedAt.length ? tables.changedAt[item] : 0;
    }

    /**
     * How rare an item is: {@code ln(1 + N / n)}, with N users in all and n who have the item; the greatest value for an
     * item that nobody has. Source: Spärck Jones, <em>A statistical interpretation of term specificity</em> (1972), with
     * users in the place of documents.
     */
    public double inverseUserFrequency(int item) {
        return Math.log1p(users / (double) Math.max(1, users(item)));
    }

    /** How many users of an item are remembered, those included who have left its audience. */
    public int users(int item) {
        return item < tables.users.length ? tables.users[item] : 0;
    }

    /** All items are below this number. */
    public int items() {
        return tables.columns.length;
    }

    /** What an affinity weighs, beside the weights of this view. */
    public double weight(Affinity affinity) {
        return tables.landmark.relative(affinity.affinity(), affinity.touchedMs());
    }

    /**
     * What a weight of 1 is worth at a time, in epoch milliseconds. For a time before the newest cell it is what the
     * weight is worth at that cell's time, so that scores stay finite however old an event is.
     */
    public double unitAt(long timestampMs) {
        return tables.landmark.unitAt(Math.max(timestampMs, newestMs));
    }

    /** Items with most users, most popular first, ties by id. The caller must not change the array. */
    public int[] popular() {
        return popularity.top();
    }

    /** The number of users of an item, every one fading since the last touch, as of a time or the newest cell's. */
    public double popularity(int item, long timestampMs) {
        return popularity.valueAt(item, Math.max(timestampMs, newestMs));
    }

    /** As {@link #popular}, by the half-life of what is trending. */
    public int[] trending() {
        return trending.top();
    }

    /** As {@link #popularity}, by the half-life of what is trending. */
    public double trend(int item, long timestampMs) {
        return trending.valueAt(item, Math.max(timestampMs, newestMs));
    }
}
