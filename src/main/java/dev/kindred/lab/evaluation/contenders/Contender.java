package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import java.util.List;

/** A recommendation method under evaluation. Not thread safe. */
public interface Contender {

    /** Learns an event, for its user and for the statistics of all users. */
    void learn(Interaction event);

    /** Learns an event for its user only: the statistics of all users do not change. */
    void observe(Interaction event);

    /**
     * The list for a user as of now.
     *
     * @param userId of a known or an unknown user
     * @param asOfMs the time of the request, in epoch milliseconds
     * @return distinct items, best first, up to the limit in the contender's settings
     */
    List<String> recommend(String userId, long asOfMs);

    /** The weights of strategies that it has learned so far; without points if it learns none. */
    default WeightHistory learnedWeights() {
        return WeightHistory.NONE;
    }
}
