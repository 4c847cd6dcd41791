package dev.kindred.lab.evaluation.metrics;

/**
 * The fraction of the catalog that was recommended to any user: {@code recommended items / items}.
 *
 * <p>Source: Ge, Delgado-Battenfeld and Jannach, <em>Beyond Accuracy: Evaluating Recommender Systems by Coverage and
 * Serendipity</em>, RecSys 2010.
 */
public final class Coverage {

    private Coverage() {}

    /**
     * The coverage of a run.
     *
     * @param items the number of items in the catalog, which includes all recommended ones
     * @return in [0, 1]; 0 for an empty catalog
     */
    public static double of(Exposure exposure, int items) {
        return items == 0 ? 0 : (double) exposure.counts().size() / items;
    }
}
