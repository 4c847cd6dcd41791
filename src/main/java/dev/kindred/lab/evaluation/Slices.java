package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.metrics.Accuracy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Accuracy by kind of user and by kind of item.
 *
 * <p>A user with fewer than 5 events before the request is cold. A list counts for the head if any of its right items is
 * in the head, and only those items count as right there; the same for the tail.
 */
final class Slices {

    private static final int WARM_EVENTS = 5;

    private final Set<String> headItems;
    private final Accuracy.Builder coldUsers = new Accuracy.Builder();
    private final Accuracy.Builder warmUsers = new Accuracy.Builder();
    private final Accuracy.Builder head = new Accuracy.Builder();
    private final Accuracy.Builder tail = new Accuracy.Builder();

    Slices(Set<String> headItems) {
        this.headItems = headItems;
    }

    void add(Prediction prediction) {
        (prediction.eventsBefore() < WARM_EVENTS ? coldUsers : warmUsers).add(prediction.hits());
        Set<String> inHead = new HashSet<>(prediction.relevant());
        inHead.retainAll(headItems);
        Set<String> inTail = new HashSet<>(prediction.relevant());
        inTail.removeAll(headItems);
        addHitsAmong(inHead, prediction, head);
        addHitsAmong(inTail, prediction, tail);
    }

    private static void addHitsAmong(Set<String> items, Prediction prediction, Accuracy.Builder accuracy) {
        if (!items.isEmpty()) {
            accuracy.add(prediction.hitsAmong(items));
        }
    }

    /** The slices by name, in the order of reports. */
    Map<String, Accuracy> result() {
        Map<String, Accuracy> slices = new LinkedHashMap<>();
        slices.put("cold_users", coldUsers.build());
        slices.put("warm_users", warmUsers.build());
        slices.put("head_items", head.build());
        slices.put("tail_items", tail.build());
        return slices;
    }
}
