package dev.kindred.lab.demo;

import dev.kindred.model.Interaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last actions of the most recently active shoppers. Safe for two threads. */
final class RecentActions {

    private static final int SHOPPERS = 2000;
    private static final int ACTIONS = 100;
    private static final int SHOWN = 4;

    private final Map<String, Deque<Interaction>> byShopper = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Interaction>> eldest) {
            return size() > SHOPPERS;
        }
    };

    synchronized void add(Interaction event) {
        Deque<Interaction> actions = byShopper.computeIfAbsent(event.userId(), shopper -> new ArrayDeque<>());
        actions.addLast(event);
        if (actions.size() > ACTIONS) {
            actions.removeFirst();
        }
    }

    /** The last few actions up to a time, oldest first: those that a delayed list has seen. */
    synchronized List<Interaction> of(String shopper, long untilMs) {
        List<Interaction> seen = byShopper.getOrDefault(shopper, new ArrayDeque<>()).stream()
                .filter(event -> event.timestampMs() <= untilMs)
                .toList();
        return seen.subList(Math.max(0, seen.size() - SHOWN), seen.size());
    }
}
