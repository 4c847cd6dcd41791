package dev.kindred.lab.bench;

import dev.kindred.config.KindredConfig;
import dev.kindred.recommend.ModelSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * The size of the core's data.
 *
 * @param users whose cells fill the matrix
 * @param items in the catalog
 * @param history items in the vector of a refreshed user
 * @param audience M: number of most recent users of an item that a search reads
 */
public record Size(int users, int items, int history, int audience) {

    private static final String HISTORY = "vector.max.items";
    private static final String AUDIENCE = "matrix.audience";
    private static final String COLUMN_CAPACITY = "matrix.column.capacity";

    /** Number of cells drawn for each user. */
    static final int CELLS_PER_USER = 20;

    public Size {
        if (users < 1 || items < 1 || history < 1 || audience < 1) {
            throw new IllegalArgumentException("users, items, history and audience must be positive, got " + users
                    + ", " + items + ", " + history + ", " + audience);
        }
    }

    /** The settings of the application, with vectors and audiences of this size and columns large enough for them. */
    ModelSettings settings(Map<String, String> overrides) {
        Map<String, String> settings = new HashMap<>(overrides);
        settings.put(HISTORY, String.valueOf(history));
        settings.put(AUDIENCE, "1"); // valid with every capacity
        int capacity = KindredConfig.of(settings).modelSettings().matrix().columnCapacity();
        settings.put(AUDIENCE, String.valueOf(audience));
        settings.put(COLUMN_CAPACITY, String.valueOf(Math.max(capacity, audience)));
        return KindredConfig.of(settings).modelSettings();
    }

    /** Whether there are enough items for histories of this length. */
    public boolean isPossible() {
        return history <= items / 2;
    }

    /** Number of cells to fill the matrix with; it evicts some of those in full columns. */
    long drawnCells() {
        return (long) users * CELLS_PER_USER;
    }
}
