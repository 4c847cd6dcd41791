package dev.kindred.ranking;

/** Scores candidates. */
public interface Ranker {

    /** Keeps the order of the blend, and costs nothing. */
    Ranker NONE = (candidates, scores) -> false;

    /**
     * Scores the candidates of a list.
     *
     * @param candidates in the order of the blend
     * @param scores receives a finite score for each candidate; only their order counts
     * @return false if the blend's order holds; then the scores mean nothing
     */
    boolean score(FeatureMatrix candidates, double[] scores);
}
