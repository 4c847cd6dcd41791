package dev.kindred.lab.evaluation.metrics;

/**
 * How unexpected recommendations are: the mean self-information of the recommended items by their popularity in training,
 * in bits; each item counts as often as it was recommended.
 *
 * <p>Source: Zhou et al., <em>Solving the Apparent Diversity-Accuracy Dilemma of Recommender Systems</em>, PNAS 107 (2010),
 * where the probability of an item is its fraction of the training events.
 */
public final class Novelty {

    private Novelty() {}

    /** The novelty of a run in bits, at least 0; 0 when nothing was recommended. */
    public static double of(Exposure exposure, ItemPopularity popularity) {
        double information = 0;
        double shown = 0;
        for (var item : exposure.counts().entrySet()) {
            information += item.getValue() * popularity.selfInformation(item.getKey());
            shown += item.getValue();
        }
        return shown == 0 ? 0 : information / shown;
    }
}
