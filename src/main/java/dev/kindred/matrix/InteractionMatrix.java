package dev.kindred.matrix;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import java.io.IOException;
import java.util.List;

/**
 * All users' affinities, by user and by item.
 *
 * <p>It is a pure function of the latest cells, independent of their order. Each item keeps the {@code columnCapacity}
 * users that touched it last (ties by user key), and a user's row holds the cells that the columns keep. The catalog
 * therefore bounds the matrix, not the number of users. There are two exceptions to the independence of order: when a
 * cell is removed from a column that has already evicted others, those do not return; and where {@link MatrixBounds} are
 * reached, the evicted users and items are those that were weakest at that time.
 *
 * <p>One thread writes with {@link #apply} and {@link #remove}. Any number of threads read through {@link #view()}
 * without a lock.
 */
public final class InteractionMatrix {

    private static final int ROW = 0;
    private static final int AUDIENCE = 1;
    private static final int OLDER = 2;

    /** So many cells beyond the capacity of their columns, and a quarter of all, wait until they are evicted while loading. */
    private static final int EXCESS = 1 << 16;

    private static final long BYTES_PER_USER = 48; // tables of 16, and the hash table of keys
    private static final long BYTES_PER_ITEM = 32; // tables of 16, and two popularities

    private final MatrixSettings settings;
    private final ItemDictionary dictionary;
    private final Slots slots = new Slots();
    private final IntTable audienceBlocks = new IntTable(); // by item
    private final IntTable olderBlocks = new IntTable(); // by item
    private final IntTable removedAt = new IntTable(); // by slot: sequence number at which its user last lost a cell
    private final Blocks blocks;
    private final Rows rows;
    private final Columns columns;
    private final Popularity popularity;
    private final Popularity trending;
    private final int maxSequence;
    private int[] expected = new int[0]; // scratch: slots

    @SuppressWarnings("UnusedVariable") // keeps the compiler from dropping the reads ahead
    private long touched;

    private int cells;
    private boolean loading; // then columns and popularity are not kept
    private int excess; // cells beyond the capacity of their columns, while loading
    private volatile long newestMs = Long.MIN_VALUE; // the greatest touch time ever applied
    private volatile Landmark landmark; // near the newest touch
    private volatile long epoch; // rows that readers keep are of one epoch
    private volatile int sequence; // written after a change: a reader of it sees all changes up to it

    /**
     * An empty matrix.
     *
     * @param incarnation differs from that of any earlier matrix whose weights or slots may still be stored
     */
    public InteractionMatrix(MatrixSettings settings, ItemDictionary dictionary, long incarnation) {
        this(settings, dictionary, incarnation, Integer.MAX_VALUE);
    }

    /** An empty matrix that begins a new epoch after this many changes, as an int counts no more. */
    InteractionMatrix(MatrixSettings settings, ItemDictionary dictionary, long incarnation, int maxSequence) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.popularity = new Popularity(settings.popularityDecay(), dictionary);
        this.trending = new Popularity(settings.trendingDecay(), dictionary);
        this.landmark = Landmark.near(settings.affinityDecay(), 0);
        this.epoch = incarnation;
        this.maxSequence = maxSequence;
        IntTable rowBlocks = new IntTable(); // by slot
        this.blocks = new Blocks(
                new Blocks.Kind[] {Rows.LAYOUT, Lists.layout(true), Lists.layout(false)},
                new IntTable[] {rowBlocks, audienceBlocks, olderBlocks});
        this.rows = new Rows(blocks, ROW, rowBlocks);
        this.columns = new Columns(
                rows,
                new Lists(blocks, AUDIENCE, true, audienceBlocks),
                new Lists(blocks, OLDER, false, olderBlocks),
                settings.audience());
        ensureCapacity(0, 0);
    }

    /**
     * Tells which cells change next. Their rows are read for many at once, as a processor waits for several places of memory in the
     * time of one, and are in its cache when the changes come. It changes nothing.
     */
    public void expect(List<CellAddress> cells) {
        if (cells.size() > expected.length) {
            expected = new int[2 * cells.size()];
        }
        for (int i = 0; i < cells.size(); i++) {
            expected[i] = slots.find(cells.get(i).user());
        }
        touched += rows.touch(expected, cells.size());
    }

    /** Applies the latest state of a cell. Applying the same state again changes only the sequence. */
    public void apply(CellKey key, Affinity affinity) {
        apply(CellAddress.of(key, dictionary), affinity);
    }

    /** The same of a cell with an address. */
    public void apply(CellAddress cell, Affinity affinity) {
        if (cell.item() == ItemDictionary.NONE && !hasRoomFor(cell.itemId())) {
            return;
        }
        int item = cell.item() == ItemDictionary.NONE ? dictionary.numberOf(cell.itemId()) : cell.item();
        long user = cell.user();
        int touchedS = (int) (affinity.touchedMs() / 1000); // unsigned: valid until the year 2106
        advanceTo(affinity.touchedMs());
        int slot = slots.findOrAssign(user);
        ensureCapacity(slot, item);
        if (loading) {
            putRow(slot, user, item, affinity, touchedS);
        } else {
            put(slot, user, item, affinity, touchedS);
        }
        evictBeyondBounds();
        blocks.clean();
    }

    /**
     * Makes many changes before anyone reads the matrix. They change rows alone; columns and popularity are made at the end,
     * which takes a fraction of the time. The matrix is then as if it had changed one by one, in a new epoch.
     */
    public void load(Runnable changes) {
        beginLoading();
        changes.run();
        endLoading();
    }

    private void beginLoading() {
        loading = true;
        blocks.setLoading(true);
        rows.beginLoading();
    }

    private void endLoading() {
        loading = false;
        rows.trim(slotBound()); // in the order of slots, in which columns are built
        buildColumns();
        rows.endLoading(slotBound());
        blocks.setLoading(false);
        blocks.clean();
        evictBeyondBounds();
    }

    private void buildColumns() {
        beginEpoch();
        int next = nextSequence();
        popularity.beginLoading(Math.max(0, newestMs), columns.capacity());
        trending.beginLoading(Math.max(0, newestMs), columns.capacity());
        new ColumnBuilder(rows, columns, slotBound()).build(cells, (item, column) -> {
            int from = Math.max(0, column.size() - settings.columnCapacity());
            for (int i = 0; i < from; i++) {
                removeRowCell(column.slot(i), rows.find(column.slot(i), item), item);
            }
            columns.replace(item, column, from, next);
            popularity.load(item, column, from);
            trending.load(item, column, from);
            blocks.clean();
        });
        popularity.endLoading();
        trending.endLoading();
        excess = 0;
        sequence = next;
    }

    /** Whether events may name an item: it has a number, or there is room for one more. */
    public boolean hasRoomFor(String itemId) {
        return dictionary.size() < settings.bounds().ids() || dictionary.find(itemId) != ItemDictionary.NONE;
    }

    private void evictBeyondBounds() {
        MatrixBounds bounds = settings.bounds();
        boolean isBeyond = slots.users() > bounds.users() || columns.items() > bounds.items();
        if (loading && (isBeyond || excess > cells / 4 + EXCESS)) {
            buildColumns();
        }
        if (slots.users() > bounds.users()) {
            Weakest.beyond(bounds.users(), slotBound(), rows::strength, this::compareKeys)
                    .forEach(this::removeUser);
        }
        if (columns.items() > bounds.items()) {
            Weakest.beyond(bounds.items(), columns.capacity(), columns::strength, dictionary::compareIds)
                    .forEach(this::removeItem);
        }
    }

    private int compareKeys(int slot, int other) {
        return Long.compare(rows.key(slot), rows.key(other));
    }

    private void removeUser(int slot) {
        while (rows.exists(slot)) {
            removeCell(slot, rows.size(slot) - 1);
        }
    }

    private void removeItem(int item) {
        while (columns.users(item) > 0) {
            int slot = columns.oldest(item);
            removeCell(slot, rows.find(slot, item));
        }
    }

    private void advanceTo(long touchedMs) {
        if (touchedMs > newestMs) {
            newestMs = touchedMs;
            landmark = landmark.movedTo(touchedMs);
        }
        if (loading) {
            return;
        }
        popularity.advanceTo(touchedMs);
        trending.advanceTo(touchedMs);
    }

    /**
     * Adds rows to the empty matrix. Of several rows of a user the first one counts.
     *
     * @param newest the greatest touch time
     */
    void load(long newest, MatrixSnapshot.Source rowsToLoad) throws IOException {
        boolean isPart = loading;
        beginLoading();
        if (newest != Long.MIN_VALUE) {
            advanceTo(newest);
        }
        RowCopy row = new RowCopy();
        while (rowsToLoad.next(row)) {
            if (row.size > 0 && slots.find(row.key) == Slots.NONE) {
                loadRow(row);
            }
        }
        if (!isPart) {
            endLoading();
        }
    }

    private void loadRow(RowCopy row) {
        int slot = slots.findOrAssign(row.key);
        for (int i = 0; i < row.size; i++) {
            ensureCapacity(slot, row.items[i]);
            addToCount(row.items[i]);
        }
        rows.load(slot, row);
    }

    private void addToCount(int item) {
        columns.count(item, 1);
        cells++;
        excess += columns.users(item) > settings.columnCapacity() ? 1 : 0;
    }

    private void putRow(int slot, long user, int item, Affinity affinity, int touchedS) {
        Landmark unit = unitFor(slot, affinity.touchedMs(), sequence);
        float weight = Rows.atLeastNormal(unit.relative(affinity.affinity(), affinity.touchedMs()));
        int index = rows.find(slot, item);
        rows.put(slot, user, (int) unit.halfLives(), index, item, weight, touchedS, affinity.types());
        if (index < 0) {
            addToCount(item);
        }
    }

    private void removeRowCell(int slot, int index, int item) {
        excess -= columns.users(item) > settings.columnCapacity() ? 1 : 0;
        columns.count(item, -1);
        removeFromRow(slot, index);
    }

    private void removeFromRow(int slot, int index) {
        long key = rows.key(slot);
        rows.remove(slot, index);
        cells--;
        if (!rows.exists(slot)) {
            slots.release(key);
        }
    }

    /** Removes a cell. Does nothing if the matrix does not have it. */
    public void remove(CellKey key) {
        remove(CellAddress.of(key, dictionary));
    }

    /** The same of a cell with an address. */
    public void remove(CellAddress cell) {
        int item = cell.item() == ItemDictionary.NONE ? dictionary.find(cell.itemId()) : cell.item();
        int slot = slots.find(cell.user());
        int index = slot == Slots.NONE || item == ItemDictionary.NONE ? -1 : rows.find(slot, item);
        if (index >= 0) {
            if (loading) {
                removeRowCell(slot, index, item);
            } else {
                removeCell(slot, index);
            }
            blocks.clean();
        }
    }

    private void removeCell(int slot, int index) {
        int next = nextSequence();
        int item = rows.item(slot, index);
        long lost = countedSince(slot, index);
        remove(slot, index, item, next);
        count(item, lost, Popularity.NEVER, Popularity.NEVER);
        sequence = next;
    }

    private void put(int slot, long user, int item, Affinity affinity, int touchedS) {
        int next = nextSequence();
        Landmark unit = unitFor(slot, affinity.touchedMs(), next);
        float weight = Rows.atLeastNormal(unit.relative(affinity.affinity(), affinity.touchedMs()));
        int index = rows.find(slot, item);
        long before = countedSince(slot, index);
        if (index >= 0) {
            columns.touch(item, slot, user, rows.touchedS(slot, index), weight, touchedS, next);
        }
        rows.put(slot, user, (int) unit.halfLives(), index, item, weight, touchedS, affinity.types());
        if (index < 0) {
            columns.add(item, slot, user, weight, touchedS, next);
            cells++;
        }
        boolean counts = !InteractionType.DISLIKE.isIn(affinity.types());
        long after = counts ? Integer.toUnsignedLong(touchedS) : Popularity.NEVER;
        long evicted = evictBeyondCapacity(item, next);
        count(item, before, after, evicted);
        sequence = next;
    }

    /** The unit of a user's row, which moves if the row has outgrown it: to readers the user's cells are all new then. */
    private Landmark unitFor(int slot, long touchedMs, int next) {
        Landmark near = Landmark.near(settings.affinityDecay(), touchedMs);
        if (!rows.exists(slot)) {
            return near;
        }
        if (rows.isOutgrown(slot, near.halfLives())) {
            rows.moveUnit(slot, (int) near.halfLives());
            if (loading) {
                return near;
            }
            long key = rows.key(slot);
            for (int i = 0; i < rows.size(slot); i++) {
                columns.weigh(rows.item(slot, i), slot, key, rows.touchedS(slot, i), rows.weight(slot, i), next);
            }
            removedAt.set(slot, next);
        }
        return new Landmark(settings.affinityDecay(), rows.unit(slot));
    }

    private void count(int item, long before, long after, long evicted) {
        int users = columns.users(item);
        popularity.count(item, before, after, evicted, users);
        trending.count(item, before, after, evicted, users);
    }

    /** Returns the time from which the evicted user counted. */
    private long evictBeyondCapacity(int item, int next) {
        if (columns.users(item) <= settings.columnCapacity()) {
            return Popularity.NEVER;
        }
        int oldest = columns.oldest(item);
        int index = rows.find(oldest, item);
        long lost = countedSince(oldest, index);
        remove(oldest, index, item, next);
        return lost;
    }

    private void remove(int slot, int index, int item, int next) {
        long key = rows.key(slot);
        columns.remove(item, slot, key, rows.touchedS(slot, index), next);
        removeFromRow(slot, index);
        removedAt.set(slot, next);
    }

    /** The time at which the cell at an index was touched, in seconds, if it counts for popularity and trends. */
    private long countedSince(int slot, int index) {
        boolean counts = index >= 0 && !InteractionType.DISLIKE.isIn(rows.typesAt(slot, index));
        return counts ? Integer.toUnsignedLong(rows.touchedS(slot, index)) : Popularity.NEVER;
    }

    private void ensureCapacity(int slot, int item) {
        rows.ensure(slot);
        removedAt.ensure(slot);
        audienceBlocks.ensure(item);
        olderBlocks.ensure(item);
        columns.ensure(item);
    }

    /** The number of the next change. After the last one that fits an int, an epoch begins: nothing was seen in it. */
    private int nextSequence() {
        if (sequence == maxSequence) {
            beginEpoch();
            columns.forgetChanges();
        }
        return sequence + 1;
    }

    private void beginEpoch() {
        long nextEpoch = epoch + 1; // one thread writes
        epoch = nextEpoch;
        sequence = 0;
        removedAt.clear();
    }

    /** The matrix as of now, for one reading thread. Later changes may or may not be visible. */
    public MatrixView view() {
        long epochSeen = epoch; // before the sequence: a change of the epoch must not make old numbers look new
        int seen = sequence; // before the content: it has all changes up to it
        return new MatrixView(this, epochSeen, seen, landmark, newestMs);
    }

    ItemDictionary dictionary() {
        return dictionary;
    }

    /** The settings. */
    public MatrixSettings settings() {
        return settings;
    }

    /** The greatest touch time ever applied; the least number if there is none. */
    long newestMs() {
        return newestMs;
    }

    Rows rows() {
        return rows;
    }

    Columns columns() {
        return columns;
    }

    Popularity popularity() {
        return popularity;
    }

    Popularity trending() {
        return trending;
    }

    int removedAt(int slot) {
        return removedAt.get(slot);
    }

    /** All slots in use are below. */
    int slotBound() {
        return removedAt.capacity();
    }

    /** The number of cells. */
    public int cells() {
        return cells;
    }

    /** The approximate heap use in bytes: blocks, holes, tables and slots, without the ids of items. */
    public long bytes() {
        return blocks.bytes() + BYTES_PER_USER * slots.users() + BYTES_PER_ITEM * columns.capacity();
    }

    /** The number of items with at least one user. */
    public int items() {
        return columns.items();
    }

    /** The part of a bound that is used, of users, items or ids: the greatest. */
    public double fill() {
        MatrixBounds bounds = settings.bounds();
        double ofNumbers = Math.max((double) users() / bounds.users(), (double) items() / bounds.items());
        return Math.max(ofNumbers, (double) dictionary.size() / bounds.ids());
    }

    /** The number of users with at least one cell. */
    public int users() {
        return slots.users();
    }
}
