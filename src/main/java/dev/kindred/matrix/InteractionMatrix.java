package dev.kindred.matrix;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All users' affinities, by user and by item.
 *
 * <p>It is a pure function of the latest cells, independent of their order. Each item keeps the {@code columnCapacity}
 * users that touched it last (ties by user key), and a user's row holds the cells that the columns keep. The catalog
 * therefore bounds the matrix, not the number of users. There is one exception to the independence of order: when a
 * cell is removed from a column that has already evicted others, those do not return.
 *
 * <p>One thread writes with {@link #apply} and {@link #remove}. Any number of threads read through {@link #view()}
 * without a lock.
 */
public final class InteractionMatrix {

    private final MatrixSettings settings;
    private final ItemDictionary dictionary;
    private final Slots slots = new Slots();
    private final Popularity popularity;
    private final Popularity trending;
    private @Nullable RecentUsers[] recent = new @Nullable RecentUsers[1024]; // by item
    private int cells;
    private volatile long newestMs = Long.MIN_VALUE; // the greatest touch time ever applied
    private volatile Tables tables;
    private volatile long sequence; // written after the tables' entries: a reader of it sees all changes up to it

    /**
     * An empty matrix.
     *
     * @param incarnation differs from that of any earlier matrix whose weights or slots may still be stored
     */
    public InteractionMatrix(MatrixSettings settings, ItemDictionary dictionary, long incarnation) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.popularity = new Popularity(settings.popularityDecay(), dictionary);
        this.trending = new Popularity(settings.trendingDecay(), dictionary);
        this.tables = new Tables(Landmark.near(settings.affinityDecay(), 0), incarnation, 1024, 1024);
    }

    /** Applies the latest state of a cell. Applying the same state again changes only the sequence. */
    public void apply(CellKey key, Affinity affinity) {
        long user = UserKey.of(key.userId());
        int item = dictionary.numberOf(key.itemId());
        int touchedS = (int) (affinity.touchedMs() / 1000); // unsigned: valid until the year 2106
        newestMs = Math.max(newestMs, affinity.touchedMs());
        moveLandmarkFor(affinity.touchedMs());
        popularity.advanceTo(affinity.touchedMs());
        trending.advanceTo(affinity.touchedMs());
        int slot = slotFor(user);
        ensureCapacity(slot, item);
        tables.keys[slot] = user;
        float weight = (float) tables.landmark.relative(affinity.affinity(), affinity.touchedMs());
        put(slot, item, weight, touchedS, affinity.types());
    }

    /** Removes a cell. Does nothing if the matrix does not have it. */
    public void remove(CellKey key) {
        long user = UserKey.of(key.userId());
        int item = dictionary.numberOf(key.itemId());
        int slot = slots.find(user);
        if (slot == Slots.NONE || tables.rows[slot].find(item) < 0) {
            return;
        }
        long next = sequence + 1;
        long lost = countedSince(slot, item);
        removeFromColumn(slot, item, next);
        removeFromRow(slot, item, next);
        count(item, lost, Popularity.NEVER, Popularity.NEVER);
        sequence = next;
    }

    private int slotFor(long user) {
        int slot = slots.find(user);
        return slot == Slots.NONE ? slots.assign(user) : slot;
    }

    private void put(int slot, int item, float weight, int touchedS, int types) {
        long next = sequence + 1;
        Tables current = tables;
        long before = countedSince(slot, item);
        if (current.rows[slot].find(item) >= 0) {
            removeFromColumn(slot, item, next);
        } else {
            cells++;
        }
        setRow(slot, current.rows[slot].with(current.keys[slot], item, weight, touchedS, types));
        addToColumn(slot, item, weight, touchedS, next);
        long after = countedSince(slot, item);
        long evicted = evictBeyondCapacity(item, next);
        count(item, before, after, evicted);
        current.changedAt[item] = next;
        sequence = next;
    }

    private void count(int item, long before, long after, long evicted) {
        int users = recent[item].size();
        tables.users[item] = users;
        popularity.count(item, before, after, evicted, users);
        trending.count(item, before, after, evicted, users);
    }

    private void addToColumn(int slot, int item, float weight, int touchedS, long next) {
        RecentUsers users = recent[item];
        int at = users.add(slot, touchedS, tables.keys);
        Column column = tables.columns[item];
        int inAudience = at - (users.size() - 1 - column.size());
        if (inAudience > 0 || column.size() < settings.audience()) {
            tables.columns[item] = column.with(inAudience, slot, weight, next, settings.audience());
        }
    }

    private void removeFromColumn(int slot, int item, long next) {
        RecentUsers users = recent[item];
        Column column = tables.columns[item];
        int start = users.size() - column.size();
        Row row = tables.rows[slot];
        int at = users.remove(slot, row.touchedS(row.find(item)), tables.keys);
        if (at >= start) {
            column = column.without(at - start);
            if (start > 0) {
                column = withReturningUser(column, item, users.slot(start - 1), next);
            }
            tables.columns[item] = column;
            tables.changedAt[item] = next;
        }
    }

    /** A user who had dropped out of the audience returns; for readers this is a change. */
    private Column withReturningUser(Column column, int item, int slot, long next) {
        Row row = tables.rows[slot];
        return column.with(0, slot, row.weight(row.find(item)), next, settings.audience());
    }

    /** Returns the time from which the evicted user counted. */
    private long evictBeyondCapacity(int item, long next) {
        RecentUsers users = recent[item];
        if (users.size() <= settings.columnCapacity()) {
            return Popularity.NEVER;
        }
        int oldest = users.slot(0);
        long lost = countedSince(oldest, item);
        users.removeAt(0);
        removeFromRow(oldest, item, next);
        return lost;
    }

    private void removeFromRow(int slot, int item, long next) {
        Row row = tables.rows[slot];
        setRow(slot, row.without(row.find(item)));
        tables.removedAt[slot] = next;
        cells--;
        if (tables.rows[slot] == Row.EMPTY) {
            slots.release(tables.keys[slot]);
        }
    }

    private void setRow(int slot, Row row) {
        tables.rows[slot] = row;
        tables.inverseNorms[slot] = row.inverseNorm();
    }

    /** The time at which a user touched an item, in seconds, if it counts for popularity and trends. */
    private long countedSince(int slot, int item) {
        Row row = tables.rows[slot];
        int at = row.find(item);
        boolean counts = at >= 0 && !InteractionType.DISLIKE.isIn(row.types(at));
        return counts ? Integer.toUnsignedLong(row.touchedS(at)) : Popularity.NEVER;
    }

    private void ensureCapacity(int slot, int item) {
        Tables current = tables;
        if (slot >= current.rows.length || item >= current.columns.length) {
            int slotRoom = slot < current.rows.length ? current.rows.length : 2 * slot;
            int itemRoom = item < current.columns.length ? current.columns.length : 2 * item;
            tables = current.resized(slotRoom, itemRoom);
        }
        if (item >= recent.length) {
            recent = Arrays.copyOf(recent, 2 * item);
        }
        if (recent[item] == null) {
            recent[item] = new RecentUsers();
        }
    }

    private void moveLandmarkFor(long timestampMs) {
        Tables current = tables;
        if (cells == 0 || current.landmark.isOutgrownBy(timestampMs)) {
            tables = current.movedTo(Landmark.near(settings.affinityDecay(), timestampMs));
        }
    }

    /** The matrix as of now, for one reading thread. Later changes may or may not be visible. */
    public MatrixView view() {
        long seen = sequence; // before the tables: they contain all changes up to it
        return new MatrixView(tables, popularity, trending, newestMs, seen, slots.users(), cells);
    }

    /** The number of cells. */
    public int cells() {
        return cells;
    }

    /** The number of users with at least one cell. */
    public int users() {
        return slots.users();
    }
}
