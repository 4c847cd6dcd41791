package dev.kindred.feedback;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The outcomes of all tasks, as an instance has read them. Safe for many threads. */
public final class OutcomeView {

    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>(); // by key of the record

    /** Replaces an outcome. */
    public void put(String recordKey, Outcome outcome) {
        outcomes.put(recordKey, outcome);
    }

    /** Removes an outcome. */
    public void remove(String recordKey) {
        outcomes.remove(recordKey);
    }

    /** All outcomes, in no order; those of one key and several partitions add up. */
    public Collection<Outcome> all() {
        return List.copyOf(outcomes.values());
    }
}
