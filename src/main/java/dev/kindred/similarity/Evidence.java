package dev.kindred.similarity;

import dev.kindred.matrix.MatrixView;
import dev.kindred.model.InteractionType;

/** The cells of the matrix that count for the similarity of items. */
public enum Evidence {
    /** All events. */
    ALL {
        @Override
        boolean counts(int types) {
            return true;
        }

        @Override
        boolean counts(int slot, int item, MatrixView view) {
            return true; // avoids the search for the item
        }
    },
    /** Purchases only. A cell with a purchase counts with its whole affinity, including earlier events. */
    PURCHASES {
        @Override
        boolean counts(int types) {
            return InteractionType.PURCHASE.isIn(types);
        }

        @Override
        boolean counts(int slot, int item, MatrixView view) {
            return counts(view.types(slot, item));
        }
    };

    /** Whether a cell with these types of event counts. */
    abstract boolean counts(int types);

    /** Whether the cell of a user and an item counts, if there is one. */
    abstract boolean counts(int slot, int item, MatrixView view);
}
