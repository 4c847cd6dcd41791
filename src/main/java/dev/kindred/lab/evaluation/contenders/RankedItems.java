package dev.kindred.lab.evaluation.contenders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Items in the order of a score that may change, greatest first, ties by id. */
final class RankedItems {

    private final Map<String, Long> scores = new HashMap<>();
    private final TreeSet<String> ranked = new TreeSet<>(this::compare);

    private int compare(String item, String other) {
        int byScore = Long.compare(score(other), score(item));
        return byScore != 0 ? byScore : item.compareTo(other);
    }

    /** The score of an item; 0 if it has none yet. */
    long score(String item) {
        return scores.getOrDefault(item, 0L);
    }

    /** Sets the score of an item and replaces the old one. */
    void put(String item, long score) {
        ranked.remove(item); // under the old score, by which it is found
        scores.put(item, score);
        ranked.add(item);
    }

    /** The first items that pass. */
    List<String> first(int count, Predicate<String> passes) {
        return ranked.stream().filter(passes).limit(count).toList();
    }
}
