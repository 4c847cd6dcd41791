package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.Set;

/**
 * What a contender is asked for.
 *
 * @param userId whose list
 * @param asOfMs the time of the question, in epoch milliseconds
 * @param relevant the items that are right, not empty
 * @param leftOut items that are taken out of the answer
 */
record Question(String userId, long asOfMs, Set<String> relevant, Set<String> leftOut) {

    /** Asks for the item of an event that the contender has not seen. */
    static Question next(Interaction event, long asOfMs) {
        return new Question(event.userId(), asOfMs, Set.of(event.itemId()), Set.of());
    }
}
