package dev.kindred.lab.evaluation.metrics;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each item was recommended. Not thread safe. */
public final class Exposure {

    private final Map<String, Long> counts = new HashMap<>();

    /** Adds one list. */
    public void add(List<String> list) {
        list.forEach(item -> counts.merge(item, 1L, Long::sum));
    }

    /** Positive counts by item; a live view. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
