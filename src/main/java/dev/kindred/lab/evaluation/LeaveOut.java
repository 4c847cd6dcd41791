package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learns the training, then requests one list per test user. All of the user's test items are right. The list excludes
 * the user's training items, also those that the model has forgotten. A test item among them counts as missed.
 *
 * <p>Source: Herlocker et al., <em>Evaluating Collaborative Filtering Recommender Systems</em>, ACM TOIS 22 (2004).
 */
final class LeaveOut implements Protocol {

    static final String NAME = "leave-out";

    @Override
    public String name() {
        return NAME;
    }

    /** Always {@code seen}; ignores the request. */
    @Override
    public Optional<String> exclusions(Optional<String> requested) {
        return Optional.of("seen");
    }

    @Override
    public long steps(Split split) {
        return (long) split.training().size() + itemsByUser(split.test()).size();
    }

    @Override
    public void run(Split split, ContenderRun run) {
        split.training().forEach(run::learn);
        Map<String, Set<String>> trained = itemsByUser(split.training());
        long asOfMs = endOf(split.training());
        for (var user : itemsByUser(split.test()).entrySet()) {
            if (run.isOver()) {
                return;
            }
            Set<String> excluded = trained.getOrDefault(user.getKey(), Set.of());
            run.predict(user.getKey(), asOfMs, user.getValue(), excluded);
            run.step();
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
