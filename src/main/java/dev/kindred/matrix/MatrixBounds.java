package dev.kindred.matrix;

/**
 * The bounds of the matrix. Beyond a bound it evicts the users, or items, with fewest cells, and among them those touched
 * longest ago: ids that somebody made up go before shoppers and products.
 *
 * @param users the greatest number of users
 * @param items the greatest number of items with users
 * @param onlyKnownItems whether events count only for items of the catalog
 */
public record MatrixBounds(int users, int items, boolean onlyKnownItems) {

    /** Without bounds. */
    public static final MatrixBounds NONE = new MatrixBounds(Integer.MAX_VALUE, Integer.MAX_VALUE, false);

    public MatrixBounds {
        if (users < 1 || items < 1) {
            throw new IllegalArgumentException("bounds must be positive, got " + users + " users, " + items + " items");
        }
    }

    /**
     * The number of item ids beyond which events do not add any: twice the items, because the ids of evicted items are
     * kept until the process ends.
     */
    public long ids() {
        return 2L * items;
    }
}
