package dev.kindred.matrix;

import dev.kindred.model.ItemDictionary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Writes the cells of a matrix, and reads them into another one.
 *
 * <p>A reader writes while the matrix changes, and waits for nobody. A row is that of some moment since the start. So what is
 * read is complete once all changes since that start have been applied again, as with the fuzzy checkpoints of a database
 * (Hagmann, <em>A Crash Recovery Scheme for a Memory-Resident Database System</em>, 1986). Applying a cell again changes
 * nothing.
 *
 * <p>The format: the newest touch, the number of items, for each its number and its id; then the rows, see {@link RowCopy},
 * and a 0.
 */
public final class MatrixSnapshot {

    private MatrixSnapshot() {}

    /**
     * Writes a matrix, in any thread.
     *
     * @param written receives the number of bytes of each row, and may wait
     */
    public static void write(InteractionMatrix matrix, DataOutput out, IntConsumer written) throws IOException {
        ItemDictionary dictionary = matrix.dictionary();
        Columns columns = matrix.columns();
        out.writeLong(matrix.newestMs());
        int end = Math.min(dictionary.size(), columns.capacity());
        int[] items =
                IntStream.range(0, end).filter(item -> columns.users(item) > 0).toArray();
        out.writeInt(items.length);
        for (int item : items) {
            byte[] id = dictionary.idOf(item).getBytes(StandardCharsets.UTF_8);
            out.writeInt(item);
            out.writeInt(id.length);
            out.write(id);
        }
        RowCopy row = new RowCopy();
        for (int slot = 0; slot < matrix.slotBound(); slot++) {
            matrix.rows().copy(slot, row);
            if (row.size > 0) {
                row.writeTo(out);
                written.accept(row.bytes());
            }
        }
        out.writeInt(0);
    }

    /**
     * Reads into an empty matrix, in the thread of its writer.
     *
     * @param read receives the number of bytes of each row
     * @throws IllegalStateException if the matrix has cells
     */
    public static void read(InteractionMatrix matrix, DataInput in, IntConsumer read) throws IOException {
        if (matrix.cells() > 0) {
            throw new IllegalStateException(
                    "a snapshot needs an empty matrix, got one of " + matrix.cells() + " cells");
        }
        long newestMs = in.readLong();
        int[] numbers = readItems(matrix.dictionary(), in);
        matrix.load(newestMs, row -> {
            boolean isRow = row.readFrom(in);
            read.accept(row.bytes());
            row.renumber(numbers);
            return isRow;
        });
    }

    /** Returns the present numbers by former number, -1 for none. */
    private static int[] readItems(ItemDictionary dictionary, DataInput in) throws IOException {
        int[] numbers = new int[0];
        for (int left = in.readInt(); left > 0; left--) {
            int former = in.readInt();
            byte[] id = new byte[in.readInt()];
            in.readFully(id);
            if (former >= numbers.length) {
                int length = numbers.length;
                numbers = Arrays.copyOf(numbers, Math.max(1024, 2 * (former + 1)));
                Arrays.fill(numbers, length, numbers.length, -1);
            }
            numbers[former] = dictionary.numberOf(new String(id, StandardCharsets.UTF_8));
        }
        return numbers;
    }

    /** Reads rows. */
    interface Source {

        /** Replaces a row by the next one; false if there is none. */
        boolean next(RowCopy row) throws IOException;
    }
}
