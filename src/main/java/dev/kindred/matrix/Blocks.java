package dev.kindred.matrix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the matrix: blocks of words, one behind the other in chunks of 1 MB. So there is no object per row,
 * column or cell: nothing to collect after a change, and nothing to mark.
 *
 * <p>A block has an owner, whose number in a table refers to it. A block that outgrows its room moves to the end of the
 * last chunk, and leaves a hole. When the holes are more than a sixteenth of all, the blocks of the emptiest chunk move as
 * well, and its memory is used again; as in a log-structured file system (Rosenblum and Ousterhout, 1992).
 *
 * <p>The header of a block has three words:
 *
 * <ol>
 *   <li>the stamp: a version, which is odd during a change and otherwise unlike that of any earlier content, and in its
 *       low 24 bits the number of entries. It is 0 in a hole.
 *   <li>owner, kind and capacity; in a hole, too.
 *   <li>one word for the owner.
 * </ol>
 *
 * <p>One thread writes, and changes blocks in place. A reader copies what it needs, and keeps the copy only if reference and stamp
 * are afterwards what they were before ({@link #isStill}); else it reads once more. It never waits for a lock. What it copied from
 * a block that has changed is arbitrary, so it checks every number before it trusts it as an index ({@link #fits}).
 */
final class Blocks {

    /** Refers to no block. */
    static final int NONE = 0;

    static final int HEADER = 3;
    static final int MAX_SIZE = (1 << 24) - 1;

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int CHUNK_BITS = 17;
    private static final int OFFSET = (1 << CHUNK_BITS) - 1;
    private static final int CHUNK_WORDS = (1 << CHUNK_BITS) - 8; // with its header no array takes more than 1 MB
    private static final int FIRST_CHUNK_WORDS = 1 << 10; // each chunk doubles the memory, up to a full one
    private static final int MAX_CHUNKS = 1 << (32 - CHUNK_BITS);
    private static final int HOLES = 16;
    private static final int HOLES_LOADING = 4;
    private static final int VERSION = 24; // the bits below are the size
    private static final int KIND = 24;

    private final Kind[] kinds;
    private final IntTable[] references; // by kind, then by owner

    private volatile long[] @Nullable [] chunks = new long[8] @Nullable [];
    private int[] used = new int[8]; // words by chunk, blocks and holes
    private int[] live = new int[8]; // words by chunk, blocks alone
    private int last; // the chunk that new blocks go to; 0 is never used, so no reference is 0
    private long closedUsed; // sums over all chunks but the last
    private long closedLive;
    private long @Nullable [] spare; // an emptied chunk
    private long version; // of the last change; even
    private int holes = HOLES; // at most one part in so many now

    /** How many words a block has. */
    interface Kind {

        int words(int capacity);
    }

    /**
     * Empty memory.
     *
     * @param kinds by number
     * @param references the tables, by kind, that refer to blocks by their owners
     */
    Blocks(Kind[] kinds, IntTable[] references) {
        this.kinds = kinds;
        this.references = references;
        openChunk(FIRST_CHUNK_WORDS);
    }

    // ---- what readers and the writer use

    /** The chunk of a block; {@code null} for readers of a reference that is no longer valid. */
    long @Nullable [] chunk(int reference) {
        return chunks[reference >>> CHUNK_BITS];
    }

    /** Where a block begins in its chunk. */
    static int offset(int reference) {
        return reference & OFFSET;
    }

    /** The stamp of a block, 0 where there cannot be one. What was written before it is visible. */
    static long stamp(long[] chunk, int at) {
        return at + HEADER > chunk.length ? 0 : (long) WORDS.getAcquire(chunk, at);
    }

    static int size(long stamp) {
        return (int) stamp & MAX_SIZE;
    }

    static int capacity(long[] chunk, int at) {
        return (int) chunk[at + 1] & MAX_SIZE;
    }

    /** Whether a block can be read: it is not being changed, and what its header says lies in the chunk. */
    boolean fits(long[] chunk, int at, long stamp, int kind) {
        if (stamp == 0 || ((stamp >>> VERSION) & 1) != 0) {
            return false;
        }
        int capacity = capacity(chunk, at);
        return size(stamp) <= capacity && at + kinds[kind].words(capacity) <= chunk.length;
    }

    /** Whether the words that were copied since the stamp was read are the content of the owner's block. */
    boolean isStill(int kind, int owner, int reference, long[] chunk, int at, long stamp) {
        VarHandle.acquireFence();
        return (long) WORDS.getOpaque(chunk, at) == stamp && references[kind].get(owner) == reference;
    }

    // ---- what the writer alone uses

    /** A reference to a new block without entries that no reader knows; {@link #publish} makes it the owner's. */
    int allocate(int kind, int owner, int capacity) {
        int words = kinds[kind].words(capacity);
        if (used[last] + words > chunkOf(last).length) {
            openChunk(words);
        }
        int at = used[last];
        used[last] += words;
        live[last] += words;
        long[] chunk = chunkOf(last);
        chunk[at + 1] = ((long) owner << 32) | ((long) kind << KIND) | capacity;
        return (last << CHUNK_BITS) | at;
    }

    /** Gives a new block to its owner, in the place of any earlier one. */
    void publish(int kind, int owner, int reference, int size) {
        end(chunkAt(reference), offset(reference), size);
        int before = references[kind].get(owner);
        references[kind].set(owner, reference);
        if (before != NONE) {
            free(kind, before);
        }
    }

    /** Takes its block from an owner. */
    void remove(int kind, int owner) {
        int before = references[kind].get(owner);
        references[kind].set(owner, NONE);
        free(kind, before);
    }

    private void free(int kind, int reference) {
        long[] chunk = chunkAt(reference);
        int at = offset(reference);
        int words = kinds[kind].words(capacity(chunk, at));
        WORDS.setRelease(chunk, at, 0L);
        int number = reference >>> CHUNK_BITS;
        live[number] -= words;
        closedLive -= number == last ? 0 : words;
    }

    /** Tells readers that a block changes from now on; ends with {@link #end} or {@link #publish} of another block. */
    static void begin(long[] chunk, int at) {
        WORDS.setOpaque(chunk, at, (long) WORDS.get(chunk, at) | (1L << VERSION));
        VarHandle.storeStoreFence();
    }

    /** Tells readers that a change is complete. */
    void end(long[] chunk, int at, int size) {
        version += 2;
        WORDS.setRelease(chunk, at, (version << VERSION) | size);
    }

    long[] chunkAt(int reference) {
        return chunkOf(reference >>> CHUNK_BITS);
    }

    private long[] chunkOf(int number) {
        long[] chunk = chunks[number];
        if (chunk == null) {
            throw new IllegalStateException("no chunk " + number);
        }
        return chunk;
    }

    private void openChunk(int words) {
        closedUsed += used[last];
        closedLive += live[last];
        last = freeNumber();
        used[last] = 0;
        live[last] = 0;
        long[] reused = spare;
        if (reused != null && reused.length >= words) {
            spare = null; // which reader still reads it will notice, see isStill
        } else {
            int regular = (int) Math.min(CHUNK_WORDS, Math.max(FIRST_CHUNK_WORDS, closedUsed));
            reused = new long[Math.max(regular, words)];
        }
        long[] @Nullable [] next = chunks.clone();
        next[last] = reused;
        chunks = next;
    }

    private int freeNumber() {
        for (int number = 1; number < chunks.length; number++) {
            if (chunks[number] == null) {
                return number;
            }
        }
        int number = chunks.length;
        if (number == MAX_CHUNKS) {
            throw new IllegalStateException("the matrix has outgrown 32 GB");
        }
        chunks = Arrays.copyOf(chunks, 2 * number);
        used = Arrays.copyOf(used, 2 * number);
        live = Arrays.copyOf(live, 2 * number);
        return number;
    }

    /** Lets there be more holes, for as long as most blocks grow. */
    void setLoading(boolean isLoading) {
        holes = isLoading ? HOLES_LOADING : HOLES;
    }

    /** Fills holes if there are too many. Call it between changes. */
    void clean() {
        while ((closedUsed - closedLive) * holes > closedUsed + CHUNK_WORDS) {
            evacuate(emptiest());
        }
    }

    private int emptiest() {
        int emptiest = 0;
        double least = 1;
        for (int number = 1; number < used.length; number++) {
            if (number != last && used[number] > 0 && (double) live[number] / used[number] < least) {
                least = (double) live[number] / used[number];
                emptiest = number;
            }
        }
        return emptiest;
    }

    private void evacuate(int number) {
        long[] chunk = chunkOf(number);
        int end = used[number];
        for (int at = 0; at < end; ) {
            long meta = chunk[at + 1];
            int kind = (int) meta >>> KIND;
            int capacity = (int) meta & MAX_SIZE;
            if (chunk[at] != 0) {
                move(kind, (int) (meta >>> 32), capacity, chunk, at);
            }
            at += kinds[kind].words(capacity);
        }
        closedUsed -= end;
        used[number] = 0;
        long[] @Nullable [] next = chunks.clone();
        next[number] = null;
        chunks = next;
        spare = chunk.length == CHUNK_WORDS ? chunk : spare;
    }

    private void move(int kind, int owner, int capacity, long[] chunk, int at) {
        int to = allocate(kind, owner, capacity);
        System.arraycopy(chunk, at + 2, chunkAt(to), offset(to) + 2, kinds[kind].words(capacity) - 2);
        publish(kind, owner, to, size(chunk[at]));
    }

    /** The bytes of all chunks. */
    long bytes() {
        long words = 0;
        for (long[] chunk : chunks) {
            words += chunk == null ? 0 : chunk.length;
        }
        return 8 * words;
    }
}
