package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.metrics.Accuracy;
import dev.kindred.lab.evaluation.metrics.MeanAccuracy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Accuracy by kind of user and by kind of item.
 *
 * <p>A user is cold who had fewer than 5 events before the question. A list counts for the head where any of its right
 * items is in the head, and is judged by those alone; the same for the tail.
 */
final class Slices {

    private static final int WARM_EVENTS = 5;

    private final Set<String> headItems;
    private final MeanAccuracy coldUsers = new MeanAccuracy();
    private final MeanAccuracy warmUsers = new MeanAccuracy();
    private final MeanAccuracy head = new MeanAccuracy();
    private final MeanAccuracy tail = new MeanAccuracy();

    Slices(Set<String> headItems) {
        this.headItems = headItems;
    }

    void add(Judgment judgment) {
        (judgment.eventsBefore() < WARM_EVENTS ? coldUsers : warmUsers).add(judgment.hits());
        Set<String> inHead = new HashSet<>(judgment.relevant());
        inHead.retainAll(headItems);
        Set<String> inTail = new HashSet<>(judgment.relevant());
        inTail.removeAll(headItems);
        addAmong(inHead, judgment, head);
        addAmong(inTail, judgment, tail);
    }

    private static void addAmong(Set<String> items, Judgment judgment, MeanAccuracy accuracy) {
        if (!items.isEmpty()) {
            accuracy.add(judgment.hitsAmong(items));
        }
    }

    /** By name, in the order of reports. */
    Map<String, Accuracy> result() {
        Map<String, Accuracy> slices = new LinkedHashMap<>();
        slices.put("cold_users", coldUsers.result());
        slices.put("warm_users", warmUsers.result());
        slices.put("head_items", head.result());
        slices.put("tail_items", tail.result());
        return slices;
    }
}
