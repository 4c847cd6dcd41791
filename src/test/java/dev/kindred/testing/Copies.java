package dev.kindred.testing;

import dev.kindred.matrix.ColumnBuffer;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows and columns of a matrix, each copied into a buffer of its own. */
public final class Copies {

    private Copies() {}

    /** One row; cells are numbered from 0. */
    public record RowCopy(RowBuffer buffer) {

        public long userKey() {
            return buffer.key(0);
        }

        public int size() {
            return buffer.size(0);
        }

        public int item(int index) {
            return buffer.item(index);
        }

        /** The weight relative to the landmark of the view. */
        public float weight(int index) {
            return Math.scalb(buffer.weight(index), buffer.exponent(0));
        }

        public int rank(int index) {
            return buffer.rank(index);
        }

        public int types(int index) {
            return buffer.types(0, index);
        }

        public int find(int item) {
            return buffer.find(0, item);
        }
    }

    public static RowCopy row(MatrixView view, int slot) {
        RowBuffer buffer = new RowBuffer();
        view.readRow(slot, buffer);
        return new RowCopy(buffer);
    }

    /** The row of a user who has cells. */
    public static RowCopy rowOf(MatrixView view, long userKey) {
        return IntStream.range(0, view.slots())
                .mapToObj(slot -> row(view, slot))
                .filter(row -> row.size() > 0 && row.userKey() == userKey)
                .findAny()
                .orElseThrow();
    }

    /** The weight of an entry, relative to the landmark of the view. */
    public static float weight(MatrixView view, ColumnBuffer column, int index) {
        return Math.scalb(column.weight(index), view.exponent(column.slot(index)));
    }

    public static ColumnBuffer column(MatrixView view, int item) {
        ColumnBuffer buffer = new ColumnBuffer();
        view.readColumn(item, buffer);
        return buffer;
    }

    public static ColumnBuffer changes(MatrixView view, int item, long since) {
        ColumnBuffer buffer = new ColumnBuffer();
        view.readChanges(item, since, buffer);
        return buffer;
    }

    /** The sequence numbers at which the users of an audience were added or changed, by slot. */
    public static Map<Integer, Long> sequences(MatrixView view, int item) {
        Map<Integer, Long> sequences = new HashMap<>();
        for (long since = view.sequence(); since >= 0; since--) {
            ColumnBuffer changed = changes(view, item, since - 1);
            for (int i = 0; i < changed.size(); i++) {
                sequences.putIfAbsent(changed.slot(i), since);
            }
            if (changed.size() == view.audience(item)) {
                break;
            }
        }
        return sequences;
    }
}
