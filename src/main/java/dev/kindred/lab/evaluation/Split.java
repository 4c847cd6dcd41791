package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import dev.kindred.model.Require;
import java.util.Comparator;
import java.util.List;

/**
 * Events to learn from, and events to predict. Both are in the order of time; events of the same time keep the order of
 * their log.
 */
public record Split(List<Interaction> training, List<Interaction> test) {

    public Split {
        training = inTimeOrder(training);
        test = inTimeOrder(test);
    }

    /**
     * Splits one log by time.
     *
     * @param share the fraction of the events that becomes the training, in (0, 1)
     */
    public static Split byTime(List<Interaction> events, double share) {
        Require.that(share > 0 && share < 1, "share must be in (0, 1)", share);
        List<Interaction> ordered = inTimeOrder(events);
        int boundary = (int) Math.floor(ordered.size() * share);
        return new Split(ordered.subList(0, boundary), ordered.subList(boundary, ordered.size()));
    }

    private static List<Interaction> inTimeOrder(List<Interaction> events) {
        return events.stream()
                .sorted(Comparator.comparingLong(Interaction::timestampMs))
                .toList();
    }

    /** The number of events in training and test. */
    public int size() {
        return training.size() + test.size();
    }
}
