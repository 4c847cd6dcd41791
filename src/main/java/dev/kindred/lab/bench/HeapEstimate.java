package dev.kindred.lab.bench;

/**
 * A rough upper estimate of the heap that a size needs. It serves to skip sizes that would end in an
 * {@link OutOfMemoryError}, not to report memory use.
 */
final class HeapEstimate {

    private static final long FIXED = 200_000_000; // program, repeated cells, shoppers
    private static final long PER_USER = 250; // id, slot, row
    private static final long PER_ITEM = 400; // id, number, column
    private static final long PER_CELL = 30; // drawn; the matrix keeps about half of them, in row and column
    private static final double ROOM_TO_COLLECT = 1.5;
    private static final double GIGABYTE = 1 << 30;

    private final long bytes;

    /**
     * An estimate.
     *
     * @param columnCapacity the greatest number of cells of an item
     */
    HeapEstimate(Size size, int columnCapacity) {
        long cells = Math.min(size.drawnCells(), (long) size.items() * columnCapacity);
        long live = FIXED + PER_USER * size.users() + PER_ITEM * size.items() + PER_CELL * cells;
        this.bytes = (long) (live * ROOM_TO_COLLECT);
    }

    boolean fitsInto(long heapBytes) {
        return bytes <= heapBytes;
    }

    /** The JVM option that provides enough heap. */
    String option() {
        return "-Xmx" + (long) Math.ceil(bytes / GIGABYTE) + "g";
    }
}
