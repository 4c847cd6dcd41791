package dev.kindred.matrix;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A whole row, to write it to a snapshot or to read it from there. Not thread safe: one per snapshot. */
final class RowCopy {

    private static final int HEAD_BYTES = 16;
    private static final int CELL_BYTES = 13;

    long key;
    int unit;
    int size; // the first size entries of the arrays are the cells, in the order of the row
    int[] items = new int[64];
    float[] weights = new float[64];
    int[] touchedS = new int[64];
    byte[] types = new byte[64];
    private ByteBuffer bytes = ByteBuffer.allocate(1024);

    void ensureCapacity(int cells) {
        if (cells > items.length) {
            items = new int[2 * cells];
            weights = new float[2 * cells];
            touchedS = new int[2 * cells];
            types = new byte[2 * cells];
        }
    }

    /** Writes the number of cells, key, unit, and every cell. */
    void writeTo(DataOutput out) throws IOException {
        buffer(bytes()).putInt(size).putLong(key).putInt(unit);
        for (int i = 0; i < size; i++) {
            bytes.putInt(items[i]).putFloat(weights[i]).putInt(touchedS[i]).put(types[i]);
        }
        out.write(bytes.array(), 0, bytes.position());
    }

    /** Reads what {@link #writeTo} wrote, if there is a row. */
    boolean readFrom(DataInput in) throws IOException {
        size = in.readInt();
        if (size == 0) {
            return false;
        }
        in.readFully(buffer(HEAD_BYTES).array(), 0, HEAD_BYTES - Integer.BYTES);
        key = bytes.getLong();
        unit = bytes.getInt();
        ensureCapacity(size);
        buffer(CELL_BYTES * size);
        in.readFully(bytes.array(), 0, CELL_BYTES * size);
        for (int i = 0; i < size; i++) {
            items[i] = bytes.getInt();
            weights[i] = bytes.getFloat();
            touchedS[i] = bytes.getInt();
            types[i] = bytes.get();
        }
        return true;
    }

    /** The bytes of the row that was read or written last. */
    int bytes() {
        return HEAD_BYTES + CELL_BYTES * size;
    }

    private ByteBuffer buffer(int length) {
        bytes = length > bytes.capacity() ? ByteBuffer.allocate(2 * length) : bytes.clear();
        return bytes;
    }

    /**
     * Gives the items other numbers, and drops the cells of those that have none.
     *
     * @param numbers by former number, negative for none
     */
    void renumber(int[] numbers) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int item = items[i] < numbers.length ? numbers[items[i]] : -1;
            if (item >= 0) {
                set(kept++, item, weights[i], touchedS[i], types[i]);
            }
        }
        size = kept;
        if (!isSorted()) {
            sort();
        }
    }

    private void set(int index, int item, float weight, int touched, byte seen) {
        items[index] = item;
        weights[index] = weight;
        touchedS[index] = touched;
        types[index] = seen;
    }

    private boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (compare(i - 1, i) > 0) {
                return false;
            }
        }
        return true;
    }

    private int compare(int one, int two) {
        int byTime = Integer.compareUnsigned(touchedS[one], touchedS[two]);
        return byTime != 0 ? byTime : Integer.compare(items[one], items[two]);
    }

    private void sort() {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        IntArrays.quickSort(order, this::compare);
        int[] oldItems = items.clone();
        float[] oldWeights = weights.clone();
        int[] oldTouched = touchedS.clone();
        byte[] oldTypes = types.clone();
        for (int i = 0; i < size; i++) {
            set(i, oldItems[order[i]], oldWeights[order[i]], oldTouched[order[i]], oldTypes[order[i]]);
        }
    }
}
