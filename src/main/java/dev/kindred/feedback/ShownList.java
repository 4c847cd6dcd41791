package dev.kindred.feedback;

import dev.kindred.model.Strategy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A list that was shown to a user. Mutable; its owner is a {@link UserFeedback}.
 *
 * @param key the id of the list; of those without one, the scenario, variant and day that events named
 * @param origin of the list
 * @param listed whether it has an id
 * @param items by id
 */
public record ShownList(String key, ListOrigin origin, boolean listed, SortedMap<String, Impression> items) {

    static ShownList of(String key, ListOrigin origin, boolean listed) {
        return new ShownList(key, origin, listed, new TreeMap<>());
    }

    /** The same list, shown to the same person under another id; its items come into this one. */
    ShownList with(ShownList other) {
        other.items.forEach((itemId, shown) -> items.merge(itemId, shown, Impression::with));
        return this;
    }

    private LocalDate day() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(origin.timeMs()), ZoneOffset.UTC);
    }

    OutcomeKey wholeKey() {
        return key(Optional.empty(), 0);
    }

    OutcomeKey itemKey(Impression shown) {
        return key(origin.strategy(shown.position()), Math.min(shown.position(), ListOrigin.POSITIONS + 1));
    }

    private OutcomeKey key(Optional<Strategy> strategy, int position) {
        return new OutcomeKey(origin.scenario(), origin.variant().orElse(""), listed, strategy, position, day());
    }

    long latestMs() {
        return items.values().stream().mapToLong(Impression::timeMs).max().orElse(Long.MIN_VALUE);
    }
}
