package dev.kindred.lab.bench;

/**
 * The heap that a size needs, roughly and rather too much: to leave out what would end in an {@link OutOfMemoryError},
 * never to tell how much was used.
 */
final class HeapEstimate {

    private static final long FIXED = 200_000_000; // program, repeated cells, shoppers
    private static final long PER_USER = 250; // id, slot, row
    private static final long PER_ITEM = 400; // id, number, column
    private static final long PER_CELL = 30; // drawn; of which the matrix keeps about half, in row and column
    private static final double ROOM_TO_COLLECT = 1.5;
    private static final double GIGABYTE = 1 << 30;

    private final long bytes;

    /**
     * An estimate.
     *
     * @param columnCapacity the most cells of an item
     */
    HeapEstimate(Size size, int columnCapacity) {
        long cells = Math.min(size.drawnCells(), (long) size.items() * columnCapacity);
        long live = FIXED + PER_USER * size.users() + PER_ITEM * size.items() + PER_CELL * cells;
        this.bytes = (long) (live * ROOM_TO_COLLECT);
    }

    boolean fitsInto(long heapBytes) {
        return bytes <= heapBytes;
    }

    /** The option of the Java machine that gives it enough. */
    String option() {
        return "-Xmx" + (long) Math.ceil(bytes / GIGABYTE) + "g";
    }
}
