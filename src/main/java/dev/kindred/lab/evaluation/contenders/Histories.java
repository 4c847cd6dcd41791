package dev.kindred.lab.evaluation.contenders;

import dev.kindred.model.Interaction;
import java.util.HashMap;
import java.util.Map;

/** The histories of all users, for contenders without vectors. */
final class Histories {

    private final Map<String, History> byUser = new HashMap<>();

    /** Adds an event. Returns whether the item is new to its user. */
    boolean add(Interaction event) {
        return of(event.userId()).add(event);
    }

    /** The user's history, empty for an unknown user. */
    History of(String userId) {
        return byUser.computeIfAbsent(userId, u -> new History());
    }
}
