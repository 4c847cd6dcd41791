package dev.kindred.matrix;

/**
 * A list of entries for each item. An entry is one word, or a word and a mark. Lists change at either end and anywhere
 * between, mostly at the end. Owned by the matrix's writer thread; readers use {@link #read}.
 *
 * <p>In a block the third word of the header is the position of the first entry: entries need not begin at the start of
 * the room, so that removing the first and adding a last one moves none. Marks lie behind all words.
 */
final class Lists {

    private static final long[] NOTHING = new long[0];

    private final Blocks blocks;
    private final int kind;
    private final boolean marked;
    private final IntTable references; // by item

    Lists(Blocks blocks, int kind, boolean marked, IntTable references) {
        this.blocks = blocks;
        this.kind = kind;
        this.marked = marked;
        this.references = references;
    }

    static Blocks.Kind layout(boolean marked) {
        return capacity -> Blocks.HEADER + (marked ? 2 : 1) * capacity;
    }

    int size(int item) {
        int reference = references.get(item);
        return reference == Blocks.NONE ? 0 : Blocks.size(stamp(reference));
    }

    private long stamp(int reference) {
        return Blocks.stamp(blocks.chunkAt(reference), Blocks.offset(reference));
    }

    long word(int item, int index) {
        int reference = references.get(item);
        long[] chunk = blocks.chunkAt(reference);
        return chunk[first(chunk, Blocks.offset(reference)) + index];
    }

    long mark(int item, int index) {
        int reference = references.get(item);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        return chunk[first(chunk, at) + Blocks.capacity(chunk, at) + index];
    }

    private static int first(long[] chunk, int at) {
        return at + Blocks.HEADER + (int) chunk[at + 2];
    }

    /** Replaces an entry. */
    void set(int item, int index, long word, long mark) {
        int reference = references.get(item);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        Blocks.begin(chunk, at);
        write(chunk, at, index, word, mark);
        blocks.end(chunk, at, size);
    }

    private void write(long[] chunk, int at, int index, long word, long mark) {
        int place = first(chunk, at) + index;
        chunk[place] = word;
        if (marked) {
            chunk[place + Blocks.capacity(chunk, at)] = mark;
        }
    }

    /** Removes an entry, and adds one at the end: as one change. */
    void moveToEnd(int item, int index, long word, long mark) {
        int reference = references.get(item);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        Blocks.begin(chunk, at);
        move(chunk, at, index + 1, index, size - index - 1);
        write(chunk, at, size - 1, word, mark);
        blocks.end(chunk, at, size);
    }

    /** Adds an entry at an index in [0, size]. */
    void insert(int item, int index, long word, long mark) {
        int reference = references.get(item);
        if (reference == Blocks.NONE) {
            reference = blocks.allocate(kind, item, 1);
            long[] chunk = blocks.chunkAt(reference);
            chunk[Blocks.offset(reference) + 2] = 0;
            write(chunk, Blocks.offset(reference), 0, word, mark);
            blocks.publish(kind, item, reference, 1);
            return;
        }
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        if (size == Blocks.capacity(chunk, at)) {
            int larger = copy(item, reference, size, size + size / 16 + 1);
            long[] newChunk = blocks.chunkAt(larger);
            int newAt = Blocks.offset(larger);
            openGap(newChunk, newAt, index, size);
            write(newChunk, newAt, index, word, mark);
            blocks.publish(kind, item, larger, size + 1);
        } else {
            Blocks.begin(chunk, at);
            openGap(chunk, at, index, size);
            write(chunk, at, index, word, mark);
            blocks.end(chunk, at, size + 1);
        }
    }

    /** Replaces a list. */
    void replace(int item, long[] words, long[] marks, int size) {
        if (size > 0) {
            int reference = blocks.allocate(kind, item, size);
            long[] chunk = blocks.chunkAt(reference);
            int at = Blocks.offset(reference);
            chunk[at + 2] = 0;
            System.arraycopy(words, 0, chunk, at + Blocks.HEADER, size);
            if (marked) {
                System.arraycopy(marks, 0, chunk, at + Blocks.HEADER + size, size);
            }
            blocks.publish(kind, item, reference, size);
        } else if (references.get(item) != Blocks.NONE) {
            blocks.remove(kind, item);
        }
    }

    /** Moves the entries before or behind an index by one place: where there is room, the fewer. */
    private void openGap(long[] chunk, int at, int index, int size) {
        int first = (int) chunk[at + 2];
        boolean roomBefore = first > 0;
        boolean roomBehind = first + size < Blocks.capacity(chunk, at);
        if (roomBefore && (!roomBehind || index < size / 2)) {
            if (!roomBehind && index > size / 2) { // the list came to the end of the room: back to its start
                move(chunk, at, 0, -first, size);
                chunk[at + 2] = 0;
                move(chunk, at, index, index + 1, size - index);
            } else {
                move(chunk, at, 0, -1, index);
                chunk[at + 2] = (long) first - 1;
            }
        } else {
            move(chunk, at, index, index + 1, size - index);
        }
    }

    /** Moves some entries from one index to another. */
    private void move(long[] chunk, int at, int from, int to, int count) {
        int first = first(chunk, at);
        System.arraycopy(chunk, first + from, chunk, first + to, count);
        if (marked) {
            int marks = first + Blocks.capacity(chunk, at);
            System.arraycopy(chunk, marks + from, chunk, marks + to, count);
        }
    }

    private int copy(int item, int reference, int size, int capacity) {
        int to = blocks.allocate(kind, item, capacity);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        long[] newChunk = blocks.chunkAt(to);
        int newAt = Blocks.offset(to);
        newChunk[newAt + 2] = 0;
        int first = first(chunk, at);
        System.arraycopy(chunk, first, newChunk, newAt + Blocks.HEADER, size);
        if (marked) {
            int marks = first + Blocks.capacity(chunk, at);
            System.arraycopy(chunk, marks, newChunk, newAt + Blocks.HEADER + capacity, size);
        }
        return to;
    }

    void remove(int item, int index) {
        int reference = references.get(item);
        long[] chunk = blocks.chunkAt(reference);
        int at = Blocks.offset(reference);
        int size = Blocks.size(chunk[at]);
        if (size == 1) {
            blocks.remove(kind, item);
            return;
        }
        Blocks.begin(chunk, at);
        if (index < size / 2) {
            move(chunk, at, 0, 1, index);
            chunk[at + 2]++;
        } else {
            move(chunk, at, index + 1, index, size - index - 1);
        }
        blocks.end(chunk, at, size - 1);
        if (Blocks.capacity(chunk, at) > 2 * size) {
            blocks.publish(kind, item, copy(item, reference, size - 1, size), size - 1);
        }
    }

    /** Reads the words of a list. It may be called twice, and every word may be wrong. */
    private interface Reading {

        /** Returns a number of entries. */
        int read(long[] chunk, int wordsAt, int marksAt, int size);
    }

    /** Replaces the content of a buffer by the words of a list. */
    void read(int item, ColumnBuffer into) {
        read(item, (chunk, wordsAt, marksAt, size) -> into.copy(chunk, wordsAt, size));
    }

    /** The same, of entries whose mark has a low half above a number. */
    void read(int item, int since, ColumnBuffer into) {
        read(item, (chunk, wordsAt, marksAt, size) -> into.copyChanged(chunk, wordsAt, marksAt, size, since));
    }

    /** The number of entries whose mark has a low half above a number. */
    int changes(int item, int since) {
        return read(item, (chunk, wordsAt, marksAt, size) -> {
            int changes = 0;
            for (int i = 0; i < size; i++) {
                changes += (int) chunk[marksAt + i] > since ? 1 : 0;
            }
            return changes;
        });
    }

    private int read(int item, Reading reading) {
        int result = tryRead(item, reading);
        while (result < 0) {
            Thread.onSpinWait();
            result = tryRead(item, reading);
        }
        return result;
    }

    /** Negative if the list changed meanwhile. */
    private int tryRead(int item, Reading reading) {
        int reference = references.get(item);
        if (reference == Blocks.NONE) {
            return reading.read(NOTHING, 0, 0, 0);
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
        int size = Blocks.size(stamp);
        int capacity = Blocks.capacity(chunk, at);
        long before = chunk[at + 2];
        if (before < 0 || before + size > capacity || at + Blocks.HEADER + 2L * capacity > chunk.length) {
            return -1;
        }
        int first = at + Blocks.HEADER + (int) before;
        int result = reading.read(chunk, first, first + capacity, size);
        return blocks.isStill(kind, item, reference, chunk, at, stamp) ? result : -1;
    }
}
