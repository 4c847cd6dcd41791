package dev.kindred.matrix;

/**
 * One reader's view of the matrix during one refresh.
 *
 * <p>Users are given by <em>slot</em>, a dense number. A slot may be reused for another user after its owner is
 * removed; the new owner's cells then count as changes. A row that was read names its owner. The weights of a user are
 * in the unit of that user's row, {@link #exponent}; a change of the unit counts as a change of all its cells.
 */
public final class MatrixView {

    private final InteractionMatrix matrix;
    private final Rows rows;
    private final Columns columns;
    private final long epoch;
    private final int sequence;
    private final Landmark landmark;
    private final long newestMs;
    private final int slots;
    private final int items;
    private final int users;
    private final int cells;

    MatrixView(InteractionMatrix matrix, long epoch, int sequence, Landmark landmark, long newestMs) {
        this.matrix = matrix;
        this.rows = matrix.rows();
        this.columns = matrix.columns();
        this.epoch = epoch;
        this.sequence = sequence;
        this.landmark = landmark;
        this.newestMs = newestMs;
        this.slots = matrix.slotBound();
        this.items = columns.capacity();
        this.users = matrix.users();
        this.cells = matrix.cells();
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
        return epoch;
    }

    /** All slots are below this number. */
    public int slots() {
        return slots;
    }

    /** Reads a little of a user's row, so that {@link #readRow} finds it in the cache soon after. The result means nothing. */
    public long touch(int slot) {
        return rows.touch(slot);
    }

    /** Appends the cells of the user who holds a slot to a buffer, as its last row. Without an owner the row is empty. */
    public void readRow(int slot, RowBuffer into) {
        rows.read(slot, landmark.halfLives(), into);
    }

    /** The types of event that the user who holds a slot has seen on an item; none without such a cell. */
    public int types(int slot, int item) {
        return rows.types(slot, item);
    }

    /** The inverse of the L2 norm of a user's row, in the unit of the row; 0 for an empty one. */
    public float inverseNorm(int slot) {
        return rows.inverseNorm(slot);
    }

    /** The unit of the weights of a user's row, see {@link RowBuffer#exponent}. */
    public int exponent(int slot) {
        return RowBuffer.exponent(rows.unit(slot) - landmark.halfLives());
    }

    /** The sequence number at which the user in a slot last lost a cell, or began to count in another unit. */
    public long removedAt(int slot) {
        return matrix.removedAt(slot);
    }

    /** Copies the audience of an item: its most recent users, oldest first; nobody for an item without users. */
    public void readColumn(int item, ColumnBuffer into) {
        if (item < items) {
            columns.read(item, into);
            dropNewer(into);
        } else {
            into.clear();
        }
    }

    /** Copies the entries of an item's audience that were added or changed after a sequence number. */
    public void readChanges(int item, long since, ColumnBuffer into) {
        if (item < items) {
            columns.readChanges(item, (int) Math.min(since, Integer.MAX_VALUE), into);
            dropNewer(into);
        } else {
            into.clear();
        }
    }

    private void dropNewer(ColumnBuffer into) {
        if (matrix.slotBound() > slots) {
            into.keepBelow(slots);
        }
    }

    /** The number of users in the audience of an item. */
    public int audience(int item) {
        return Math.min(users(item), columns.audience());
    }

    /** The number of entries of an item's audience that were added or changed after a sequence number. */
    public int changes(int item, long since) {
        return item < items ? columns.changes(item, (int) Math.min(since, Integer.MAX_VALUE)) : 0;
    }

    /** The sequence number at which the audience of an item last changed. */
    public long changedAt(int item) {
        return item < items ? columns.changedAt(item) : 0;
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
        return item < items ? columns.users(item) : 0;
    }

    /** All items are below this number. */
    public int items() {
        return items;
    }

    /**
     * The weight of an {@link dev.kindred.model.Affinity} in a unit of its own.
     *
     * @param exponent of the unit, see {@link #exponentNear}
     */
    public double weight(double affinity, long touchedMs, int exponent) {
        return landmark.relative(affinity, touchedMs, exponent);
    }

    /** The unit near a time, in the form of {@link #exponent}. */
    public int exponentNear(long timestampMs) {
        return RowBuffer.exponent(landmark.halfLivesTo(timestampMs));
    }

    /**
     * The value at a time of a weight of 1 in a unit; 0 if it has faded to nothing, and at most 2^64, so that floats stay finite.
     *
     * @param exponent of the unit, see {@link #exponent}
     */
    public double unitAt(long timestampMs, int exponent) {
        return landmark.unitAt(timestampMs, exponent);
    }

    /** The items with most users, most popular first, ties by id. The caller must not change the array. */
    public int[] popular() {
        return matrix.popularity().top();
    }

    /**
     * The number of users of an item, each decayed since the last touch, as of a time or that of the newest cell if it
     * is later.
     */
    public double popularity(int item, long timestampMs) {
        return matrix.popularity().valueAt(item, Math.max(timestampMs, newestMs));
    }

    /** As {@link #popular}, with the half-life of trends. */
    public int[] trending() {
        return matrix.trending().top();
    }

    /** As {@link #popularity}, with the half-life of trends. */
    public double trend(int item, long timestampMs) {
        return matrix.trending().valueAt(item, Math.max(timestampMs, newestMs));
    }
}
