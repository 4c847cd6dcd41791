package dev.kindred.laws;

import dev.kindred.model.Interaction;
import dev.kindred.testing.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Streams of events for the laws, and settings under which no cap binds. */
final class Events {

    static final Map<String, String> UNCAPPED = Map.of(
            "matrix.audience", "1000",
            "matrix.column.capacity", "1000",
            "similarity.row.capacity", "200",
            "similarity.neighbors", "200",
            "similarity.negligible.interest", "0");

    private static final int LOOK_BACK = 50;

    private Events() {}

    /** Of at most 200 users; with late events, and some that come again a little later. */
    static List<Interaction> of(RandomGenerator random, int count, int users, int items) {
        List<Interaction> events = new ArrayList<>();
        for (Interaction event : Streams.random(random, count, users, items)) {
            events.add(event);
            if (random.nextInt(20) == 0) {
                events.add(events.get(events.size() - 1 - random.nextInt(Math.min(LOOK_BACK, events.size()))));
            }
        }
        return List.copyOf(events.subList(0, count));
    }
}
