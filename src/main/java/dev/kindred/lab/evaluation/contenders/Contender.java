package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import java.util.List;

/** A way of recommending that takes part in an evaluation. Not thread safe. */
public interface Contender {

    /** Takes up an event: of its user, and of what everybody does. */
    void learn(Interaction event);

    /** Takes up an event for its own user only: what is known of everybody stays as it is. */
    void observe(Interaction event);

    /**
     * The list for a user as of now.
     *
     * @param userId may be unknown
     * @param asOfMs the time of the question, in epoch milliseconds
     * @return distinct items, best first, at most as many as were wanted when the contender was made
     */
    List<String> recommend(String userId, long asOfMs);
}
