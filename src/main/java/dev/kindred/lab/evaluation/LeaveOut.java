package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One list for every user of the test, after the training, against all items that the user has in the test. Items that the
 * user has in the training are left out of the list, also those that the model has forgotten; where a test item is among
 * them, it counts as missed.
 *
 * <p>Source: Herlocker et al., <em>Evaluating Collaborative Filtering Recommender Systems</em>, ACM TOIS 22 (2004).
 */
final class LeaveOut implements Protocol {

    static final String NAME = "leave-out";

    @Override
    public String name() {
        return NAME;
    }

    /** Always all that the user had, whatever is wanted. */
    @Override
    public Optional<String> exclusions(Optional<String> wanted) {
        return Optional.of("seen");
    }

    @Override
    public long steps(Split split) {
        return (long) split.training().size() + itemsByUser(split.test()).size();
    }

    @Override
    public void examine(Split split, Examination examination) {
        split.training().forEach(examination::learn);
        Map<String, Set<String>> trained = itemsByUser(split.training());
        long asOfMs = endOf(split.training());
        for (var user : itemsByUser(split.test()).entrySet()) {
            if (examination.isOver()) {
                return;
            }
            Set<String> leftOut = trained.getOrDefault(user.getKey(), Set.of());
            examination.ask(new Question(user.getKey(), asOfMs, user.getValue(), leftOut));
            examination.step();
        }
    }

    private static Map<String, Set<String>> itemsByUser(List<Interaction> events) {
        Map<String, Set<String>> items = new LinkedHashMap<>();
        events.forEach(event -> items.computeIfAbsent(event.userId(), u -> new LinkedHashSet<>())
                .add(event.itemId()));
        return items;
    }

    private static long endOf(List<Interaction> events) {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).timestampMs();
    }
}
