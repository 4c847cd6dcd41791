package dev.kindred.ranking;

/** Receives the candidates of lists, and which of them users touched next. */
@FunctionalInterface
public interface RankingExamples {

    /**
     * Learns the candidates of a list.
     *
     * @param candidates valid until the call returns
     * @param touched the row of the candidate that the user touched next; -1 if none was
     */
    void learn(FeatureMatrix candidates, int touched, long timestampMs);
}
