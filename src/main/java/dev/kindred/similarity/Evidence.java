package dev.kindred.similarity;

import dev.kindred.matrix.Row;
import dev.kindred.model.InteractionType;

/** Which cells of the matrix tell that items belong together. */
public enum Evidence {
    /** Whatever was done. */
    ALL {
        @Override
        boolean counts(int types) {
            return true;
        }

        @Override
        boolean counts(Row row, int item) {
            return true; // saves looking for the item
        }
    },
    /** Purchases only. A cell counts with its whole affinity, what came before the purchase included. */
    PURCHASES {
        @Override
        boolean counts(int types) {
            return InteractionType.PURCHASE.isIn(types);
        }

        @Override
        boolean counts(Row row, int item) {
            return counts(row.typesOf(item));
        }
    };

    /** Whether a cell counts that has seen these types of event. */
    abstract boolean counts(int types);

    /** Whether the cell of an item counts, in the row of somebody who has it. */
    abstract boolean counts(Row row, int item);
}
