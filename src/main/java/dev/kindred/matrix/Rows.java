package dev.kindred.matrix;

import org.jspecify.annotations.Nullable;

/**
 * Every user's cells, by slot, in the order of their last touch; cells of the same second are sorted by item number.
 * Owned by the matrix's writer thread; readers use {@link #read}, {@link #types} and {@link #inverseNorm}.
 *
 * <p>In a block the third word of the header is the user's key. The cells follow, which is all that most readers need:
 * item number and weight, and in the sign bit, whether the cell was touched in another second than the one before it. So
 * ranks come with the cells. Then come the types, eight in a word, and the times in unsigned seconds, two in a word.
 *
 * <p>Weights are relative to a time of the row's own, the {@link #unit}: a whole number of half-lives since 1970, at most
 * {@value #MAX_EXPONENT} before the newest touch. So no row fades, however old it is. Within a row a weight never fades
 * below {@value Float#MIN_NORMAL}.
 */
final class Rows {

    /** Weights beyond 2 to this power move the unit, far before a float overflows at 2^128. */
    private static final int MAX_EXPONENT = 64;

    private static final long OTHER_SECOND = Long.MIN_VALUE; // in a cell: the sign bit

    private static final int USUAL_GROWTH = 16;
    private static final int LOADING_GROWTH = 2;

    private static final int CACHE_LINE = 8; // words

    static final Blocks.Kind LAYOUT = Rows::words;

    private final Blocks blocks;
    private final int kind;
    private final IntTable references; // by slot
    private final LongTable scales = new LongTable(); // by slot: inverse norm as float bits, and unit
    private int growth = USUAL_GROWTH; // a full row grows by one part in so many

    Rows(Blocks blocks, int kind, IntTable references) {
        this.blocks = blocks;
        this.kind = kind;
        this.references = references;
    }

    private static int words(int capacity) {
        return Blocks.HEADER + capacity + (capacity + 7) / 8 + (capacity + 1) / 2;
    }

    void ensure(int slot) {
        references.ensure(slot);
        scales.ensure(slot);
    }

    // ---- what readers use

    float inverseNorm(int slot) {
        return Float.intBitsToFloat((int) (scales.get(slot) >>> 32));
    }

    /** The time that the weights of a row are relative to, in half-lives since 1970. */
    int unit(int slot) {
        return (int) scales.get(slot);
    }

    /** Reads a word of the first cache lines of a row's block, so that they are in the cache soon after. The result means nothing. */
    long touch(int slot) {
        int reference = references.get(slot);
        long @Nullable [] chunk = reference == Blocks.NONE ? null : blocks.chunk(reference);
        if (chunk == null) {
            return 0;
        }
        int at = Blocks.offset(reference);
        int last = chunk.length - 1;
        return Blocks.stamp(chunk, at)
                + chunk[Math.min(at + CACHE_LINE, last)]
                + chunk[Math.min(at + 2 * CACHE_LINE, last)];
    }

    /** Appends a row to a buffer. */
    void read(int slot, long landmark, RowBuffer into) {
        while (!tryRead(slot, landmark, into)) {
            Thread.onSpinWait();
        }
    }

    private boolean tryRead(int slot, long landmark, RowBuffer into) {
        int reference = references.get(slot);
        if (reference == Blocks.NONE) {
            into.appendEmpty();
            return true;
        }
        long[] chunk = blocks.chunk(reference);
        int at = Blocks.offset(reference);
        if (chunk == null) {
            return false;
        }
        long stamp = Blocks.stamp(chunk, at);
        if (!blocks.fits(chunk, at, stamp, kind)) {
            return false;
        }
        int size = Blocks.size(stamp);
        int types = at + Blocks.HEADER + Blocks.capacity(chunk, at);
        if (types + (size + 7) / 8 > chunk.length) {
            return false;
        }
        into.copy(chunk, at + Blocks.HEADER, types, size);
        long key = chunk[at + 2];
        long scale = scales.get(slot);
        if (!blocks.isStill(kind, slot, reference, chunk, at, stamp)) {
            return false;
        }
        into.append(key, size, Float.intBitsToFloat((int) (scale >>> 32)), (int) scale - landmark);
        return true;
    }

    /** Replaces a copy by a whole row, which is empty if there is none. */
    void copy(int slot, RowCopy into) {
        while (!tryCopy(slot, into)) {
            Thread.onSpinWait();
        }
    }

    private boolean tryCopy(int slot, RowCopy into) {
        into.size = 0;
        int reference = references.get(slot);
        if (reference == Blocks.NONE) {
            return true;
        }
        long[] chunk = blocks.chunk(reference);
        int at = Blocks.offset(reference);
        if (chunk == null) {
            return false;
        }
        long stamp = Blocks.stamp(chunk, at);
        if (!blocks.fits(chunk, at, stamp, kind)) {
            return false;
        }
        int capacity = Blocks.capacity(chunk, at);
        int size = Blocks.size(stamp);
        if (size > capacity || at + words(capacity) > chunk.length) {
            return false;
        }
        into.ensureCapacity(size);
        for (int i = 0; i < size; i++) {
            long cell = chunk[at + Blocks.HEADER + i];
            into.items[i] = itemOf(cell);
            into.weights[i] = weightOf(cell);
            into.types[i] = (byte) (chunk[at + Blocks.HEADER + capacity + (i >> 3)] >>> ((i & 7) * 8));
            into.touchedS[i] =
                    (int) (chunk[at + Blocks.HEADER + capacity + (capacity + 7) / 8 + (i >> 1)] >>> ((i & 1) * 32));
        }
        into.key = chunk[at + 2];
        into.unit = unit(slot);
        if (!blocks.isStill(kind, slot, reference, chunk, at, stamp)) {
            return false;
        }
        into.size = size;
        return true;
    }

    /** The types of event that a user has seen on an item; none without such a cell. */
    int types(int slot, int item) {
        int types;
        do {
            types = tryTypes(slot, item);
        } while (types < 0);
        return types;
    }

    /** Negative if the row changed meanwhile. */
    private int tryTypes(int slot, int item) {
        int reference = references.get(slot);
        if (reference == Blocks.NONE) {
            return 0;
        }
        long[] chunk = blocks.chunk(reference);
        int at = Blocks.offset(reference);
        if (chunk == null) {
            return -1;
        }
        long stamp = Blocks.stamp(chunk, at);
        if (!blocks.fits(chunk, at, stamp, kind)) {
            return -1;
        }
        int found = find(chunk, at, Blocks.size(stamp), item);
        int types = found < 0 ? 0 : typesIn(chunk, at, found);
        return blocks.isStill(kind, slot, reference, chunk, at, stamp) ? types : -1;
    }

    private static int find(long[] chunk, int at, int size, int item) {
        int first = at + Blocks.HEADER;
        for (int place = Math.min(first + size, chunk.length) - 1; place >= first; place--) {
            if (itemOf(chunk[place]) == item) {
                return place - first;
            }
        }
        return -1;
    }

    static int itemOf(long cell) {
        return (int) (cell >>> 32) & Integer.MAX_VALUE;
    }

    /** 1 if a cell was touched in another second than the one before it in its row. */
    static int step(long cell) {
        return (int) (cell >>> 63);
    }

    private static float weightOf(long cell) {
        return Float.intBitsToFloat((int) cell);
    }

    private static long cell(int item, float weight) {
        return ((long) item << 32) | (Float.floatToRawIntBits(weight) & 0xffffffffL);
    }

    private static int typesIn(long[] chunk, int at, int index) {
        int place = at + Blocks.HEADER + Blocks.capacity(chunk, at) + (index >> 3);
        return place < chunk.length ? (int) (chunk[place] >>> ((index & 7) * 8)) & 0xff : 0;
    }

    // ---- what the writer alone uses

    boolean exists(int slot) {
        return references.get(slot) != Blocks.NONE;
    }

    int size(int slot) {
        int reference = references.get(slot);
        return reference == Blocks.NONE ? 0 : Blocks.size(blocks.chunkAt(reference)[Blocks.offset(reference)]);
    }

    /** See {@link Weakest}. */
    long strength(int slot) {
        int size = size(slot);
        return size == 0 ? Weakest.ABSENT : Weakest.strength(size, touchedS(slot, size - 1));
    }

    long key(int slot) {
        int reference = references.get(slot);
        return blocks.chunkAt(reference)[Blocks.offset(reference) + 2];
    }

    /** The index of an item, negative if the row does not have it. */
    int find(int slot, int item) {
        int reference = references.get(slot);
        if (reference == Blocks.NONE) {
            return -1;
        }
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        return find(chunk, at, Blocks.size(chunk[at]), item);
    }

    int item(int slot, int index) {
        return itemOf(cell(slot, index));
    }

    float weight(int slot, int index) {
        return weightOf(cell(slot, index));
    }

    private long cell(int slot, int index) {
        int reference = references.get(slot);
        return blocks.chunkAt(reference)[Blocks.offset(reference) + Blocks.HEADER + index];
    }

    int touchedS(int slot, int index) {
        int reference = references.get(slot);
        return touchedIn(blocks.chunkAt(reference), Blocks.offset(reference), index);
    }

    int typesAt(int slot, int index) {
        int reference = references.get(slot);
        return typesIn(blocks.chunkAt(reference), Blocks.offset(reference), index);
    }

    private static int timesAt(long[] chunk, int at) {
        int capacity = Blocks.capacity(chunk, at);
        return at + Blocks.HEADER + capacity + (capacity + 7) / 8;
    }

    private static int touchedIn(long[] chunk, int at, int index) {
        return (int) (chunk[timesAt(chunk, at) + (index >> 1)] >>> ((index & 1) * 32));
    }

    /** Receives cells. */
    interface Cells {

        void accept(int slot, int item, float weight, int touchedS, int types);
    }

    /** Gives the cells of a row with items between two, both included, to a receiver. */
    void forEach(int slot, int firstItem, int lastItem, Cells receiver) {
        int reference = references.get(slot);
        if (reference == Blocks.NONE) {
            return;
        }
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        for (int i = 0; i < size; i++) {
            long cell = chunk[at + Blocks.HEADER + i];
            int item = itemOf(cell);
            if (item >= firstItem && item <= lastItem) {
                receiver.accept(slot, item, weightOf(cell), touchedIn(chunk, at, i), typesIn(chunk, at, i));
            }
        }
    }

    /** Reads rows at three places, one after the other for all slots, negative for none. The result means nothing. */
    long touch(int[] slots, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += slots[i] < 0 ? 0 : scales.get(slots[i]) + references.get(slots[i]);
        }
        for (int i = 0; i < count; i++) {
            sum += slots[i] < 0 ? 0 : key(slots[i]);
        }
        for (int i = 0; i < count; i++) {
            sum += slots[i] < 0 ? 0 : touchedS(slots[i], size(slots[i]) - 1);
        }
        return sum;
    }

    /** Whether a weight of this power of two needs a later unit. */
    boolean isOutgrown(int slot, long halfLives) {
        return references.get(slot) != Blocks.NONE && halfLives - unit(slot) > MAX_EXPONENT;
    }

    /**
     * Adds a cell, or replaces the one at an index.
     *
     * @param before the index of the item's cell, negative if the row does not have it
     * @param unit of the row, if it is new
     * @param weight in the unit of the row
     */
    void put(int slot, long key, int unit, int before, int item, float weight, int touchedS, int types) {
        int reference = references.get(slot);
        if (reference == Blocks.NONE) {
            create(slot, key, unit, item, weight, touchedS, types);
            return;
        }
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        if (before < 0 && size == Blocks.capacity(chunk, at)) {
            int larger = copy(slot, chunk, at, size, size + size / growth + 1);
            long[] newChunk = blocks.chunkAt(larger);
            int newAt = Blocks.offset(larger);
            place(newChunk, newAt, size, size, item, weight, touchedS, types);
            Blocks.begin(chunk, at); // the scale is that of the new block from here on
            setScale(slot, newChunk, newAt, size + 1, unit(slot));
            blocks.publish(kind, slot, larger, size + 1);
        } else {
            int newSize = before < 0 ? size + 1 : size;
            Blocks.begin(chunk, at);
            place(chunk, at, before < 0 ? size : before, newSize - 1, item, weight, touchedS, types);
            setScale(slot, chunk, at, newSize, unit(slot));
            blocks.end(chunk, at, newSize);
        }
    }

    /** Gives rows more room where they grow, as most of them will do soon. It moves them less often. */
    void beginLoading() {
        growth = LOADING_GROWTH;
    }

    /** Ends this, and takes the room from them again. */
    void endLoading(int slotBound) {
        growth = USUAL_GROWTH;
        trim(slotBound);
    }

    /** Moves rows with much room to blocks without any, in the order of their slots. */
    void trim(int slotBound) {
        for (int slot = 0; slot < slotBound; slot++) {
            int reference = references.get(slot);
            if (reference != Blocks.NONE) {
                long[] chunk = blocks.chunkAt(reference);
                int at = Blocks.offset(reference);
                int size = Blocks.size(chunk[at]);
                if (Blocks.capacity(chunk, at) > size + size / USUAL_GROWTH + 1) {
                    blocks.publish(kind, slot, copy(slot, chunk, at, size, size), size);
                    blocks.clean();
                }
            }
        }
    }

    /** Makes a row of a copy. The slot has none. */
    void load(int slot, RowCopy row) {
        int reference = blocks.allocate(kind, slot, row.size);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        chunk[at + 2] = row.key;
        for (int i = 0; i < row.size; i++) {
            write(chunk, at, i, cell(row.items[i], row.weights[i]), row.touchedS[i], row.types[i]);
        }
        markSteps(chunk, at, 0, row.size - 1);
        setScale(slot, chunk, at, row.size, row.unit);
        blocks.publish(kind, slot, reference, row.size);
    }

    private void create(int slot, long key, int unit, int item, float weight, int touchedS, int types) {
        int reference = blocks.allocate(kind, slot, 1);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        chunk[at + 2] = key;
        write(chunk, at, 0, cell(item, weight), touchedS, types);
        setScale(slot, chunk, at, 1, unit);
        blocks.publish(kind, slot, reference, 1);
    }

    /** Moves the gap at an index to where a cell belongs among {@code others} other cells, and fills it. */
    private static void place(
            long[] chunk, int at, int gap, int others, int item, float weight, int touchedS, int types) {
        int index = gap;
        while (index < others && !isAfter(chunk, at, index + 1, item, touchedS)) {
            moveOne(chunk, at, index + 1, index);
            index++;
        }
        while (index > 0 && isAfter(chunk, at, index - 1, item, touchedS)) {
            moveOne(chunk, at, index - 1, index);
            index--;
        }
        write(chunk, at, index, cell(item, weight), touchedS, types);
        markSteps(chunk, at, Math.min(gap, index), Math.min(others, Math.max(gap, index) + 1));
    }

    private static boolean isAfter(long[] chunk, int at, int index, int item, int touchedS) {
        int byTime = Integer.compareUnsigned(touchedIn(chunk, at, index), touchedS);
        return byTime != 0 ? byTime > 0 : itemOf(chunk[at + Blocks.HEADER + index]) > item;
    }

    private static void moveOne(long[] chunk, int at, int from, int to) {
        write(chunk, at, to, chunk[at + Blocks.HEADER + from], touchedIn(chunk, at, from), typesIn(chunk, at, from));
    }

    private static void write(long[] chunk, int at, int index, long cell, int touchedS, int types) {
        chunk[at + Blocks.HEADER + index] = cell;
        int typesPlace = at + Blocks.HEADER + Blocks.capacity(chunk, at) + (index >> 3);
        int shift = (index & 7) * 8;
        chunk[typesPlace] = (chunk[typesPlace] & ~(0xffL << shift)) | ((types & 0xffL) << shift);
        int timePlace = timesAt(chunk, at) + (index >> 1);
        long time = Integer.toUnsignedLong(touchedS);
        chunk[timePlace] = (index & 1) == 0
                ? (chunk[timePlace] & 0xffffffff00000000L) | time
                : (chunk[timePlace] & 0xffffffffL) | (time << 32);
    }

    /** Marks the cells between two indexes, both included, that were touched in another second than the one before. */
    private static void markSteps(long[] chunk, int at, int from, int to) {
        for (int i = from; i <= to; i++) {
            int place = at + Blocks.HEADER + i;
            boolean step = i > 0 && touchedIn(chunk, at, i) != touchedIn(chunk, at, i - 1);
            chunk[place] = step ? chunk[place] | OTHER_SECOND : chunk[place] & ~OTHER_SECOND;
        }
    }

    private int copy(int slot, long[] chunk, int at, int size, int capacity) {
        int to = blocks.allocate(kind, slot, capacity);
        long[] newChunk = blocks.chunkAt(to);
        int newAt = Blocks.offset(to);
        int before = Blocks.capacity(chunk, at);
        System.arraycopy(chunk, at + 2, newChunk, newAt + 2, 1 + size);
        System.arraycopy(
                chunk,
                at + Blocks.HEADER + before,
                newChunk,
                newAt + Blocks.HEADER + capacity,
                (Math.min(size, capacity) + 7) / 8);
        System.arraycopy(
                chunk, timesAt(chunk, at), newChunk, timesAt(newChunk, newAt), (Math.min(size, capacity) + 1) / 2);
        return to;
    }

    /** Removes the cell at an index. */
    void remove(int slot, int index) {
        int reference = references.get(slot);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        if (size == 1) {
            Blocks.begin(chunk, at);
            scales.set(slot, 0);
            blocks.remove(kind, slot);
            return;
        }
        Blocks.begin(chunk, at);
        for (int i = index; i < size - 1; i++) {
            moveOne(chunk, at, i + 1, i);
        }
        if (index < size - 1) {
            markSteps(chunk, at, index, index);
        }
        setScale(slot, chunk, at, size - 1, unit(slot));
        blocks.end(chunk, at, size - 1);
        if (Blocks.capacity(chunk, at) > 2 * size) {
            blocks.publish(kind, slot, copy(slot, chunk, at, size - 1, size), size - 1);
        }
    }

    /** Makes the weights of a row relative to another unit. */
    void moveUnit(int slot, int unit) {
        int reference = references.get(slot);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        int exponent = Math.max(unit(slot) - unit, -1000);
        Blocks.begin(chunk, at);
        for (int i = 0; i < size; i++) {
            int place = at + Blocks.HEADER + i;
            float weight = atLeastNormal(Math.scalb((double) weightOf(chunk[place]), exponent));
            chunk[place] = (chunk[place] & OTHER_SECOND) | cell(itemOf(chunk[place]), weight);
        }
        setScale(slot, chunk, at, size, unit);
        blocks.end(chunk, at, size);
    }

    /** A weight as a float: one that is too small for it is the smallest, as it is not nothing. */
    static float atLeastNormal(double weight) {
        return weight == 0 || Math.abs(weight) >= Float.MIN_NORMAL
                ? (float) weight
                : (float) Math.copySign(Float.MIN_NORMAL, weight);
    }

    private void setScale(int slot, long[] chunk, int at, int size, int unit) {
        double squaredNorm = 0;
        int first = at + Blocks.HEADER;
        for (int place = first; place < first + size; place++) {
            double weight = weightOf(chunk[place]);
            squaredNorm += weight * weight;
        }
        float inverseNorm = squaredNorm > 0 ? (float) Math.min(1 / Math.sqrt(squaredNorm), Float.MAX_VALUE) : 0;
        scales.set(slot, ((long) Float.floatToRawIntBits(inverseNorm) << 32) | (unit & 0xffffffffL));
    }
}
