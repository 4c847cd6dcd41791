package dev.kindred.profile;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.StrongestTerms;
import dev.kindred.content.TermIndex;
import dev.kindred.math.Decay;
import dev.kindred.model.InteractionType;
import dev.kindred.model.UserAttributes;
import dev.kindred.vector.Habits;
import dev.kindred.vector.UserVector;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Computes profiles and their segments from vectors, for the users of one shop. Stores nothing. Safe for many threads.
 *
 * @param catalog the items of the shop, by the numbers that vectors use
 * @param terms the terms of these items
 * @param definitions returns the current segments
 * @param clock the clock for {@code asOfMs} of profiles
 */
public record Profiler(
        ProfileSettings settings, Catalog catalog, TermIndex terms, Supplier<Segments> definitions, Clock clock) {

    private static final int TERMS = 20;

    /**
     * The profile of a user as of now, without terms: computing them reads every term of every item, and segments do
     * not need them.
     *
     * @param attributes the attributes of the user, if the shop has set any
     */
    public UserProfile profile(UserVector vector, Optional<UserAttributes> attributes) {
        return profile(vector, attributes, List.of(), clock.millis());
    }

    /** The same with at most 20 terms, ties by kind and term. */
    public UserProfile withTerms(UserVector vector, Optional<UserAttributes> attributes) {
        return withTerms(vector, attributes, clock.millis());
    }

    /** The same as of a moment in epoch milliseconds. */
    public UserProfile withTerms(UserVector vector, Optional<UserAttributes> attributes, long nowMs) {
        return profile(vector, attributes, terms(vector), nowMs);
    }

    private UserProfile profile(
            UserVector vector, Optional<UserAttributes> attributes, List<TermPreference> strongestTerms, long nowMs) {
        long lastEventMs = vector.header().timeMs();
        Habits habits = vector.header().habits();
        return new UserProfile(
                nowMs,
                vector.version(),
                vector.size(),
                itemsByType(vector),
                Math.min(habits.firstEventMs(), oldestTouchMs(vector)),
                lastEventMs,
                settings.lifecycle(vector.version(), nowMs - lastEventMs),
                UserHabits.of(habits),
                preferences(vector, strongestTerms),
                attributes.map(UserAttributes::attributes).orElse(Map.of()),
                attributes.map(UserAttributes::consents).orElse(Map.of()));
    }

    /** The names of the segments of a user, in the order of their definition. */
    public List<String> segmentsOf(UserProfile profile) {
        return definitions.get().of(profile);
    }

    /** All segments, as currently defined. */
    public Segments segments() {
        return definitions.get();
    }

    private static long oldestTouchMs(UserVector vector) {
        long oldest = vector.header().timeMs();
        for (int i = 0; i < vector.size(); i++) {
            oldest = Math.min(oldest, vector.touchedMs(i));
        }
        return oldest;
    }

    private static Map<InteractionType, Integer> itemsByType(UserVector vector) {
        Map<InteractionType, Integer> items = new EnumMap<>(InteractionType.class);
        for (int i = 0; i < vector.size(); i++) {
            InteractionType.in(vector.types(i)).forEach(type -> items.merge(type, 1, Integer::sum));
        }
        return items;
    }

    private Preferences preferences(UserVector vector, List<TermPreference> strongestTerms) {
        PreferenceBuilder preferences = new PreferenceBuilder();
        forEachLiked(vector, (item, weight) -> catalog.find(item).ifPresent(known -> preferences.add(known, weight)));
        return preferences.preferences(strongestTerms);
    }

    private List<TermPreference> terms(UserVector vector) {
        StrongestTerms strongest = new StrongestTerms(terms.view());
        forEachLiked(vector, strongest::add);
        return strongest.strongest(TERMS).entrySet().stream()
                .map(entry -> new TermPreference(
                        entry.getKey().kind().name().toLowerCase(Locale.ROOT),
                        entry.getKey().text(),
                        entry.getValue()))
                .toList();
    }

    private interface Liked {
        void accept(int item, double weight);
    }

    /** All positive affinities as of the latest event. After it all decay at the same rate, so shares do not change. */
    private void forEachLiked(UserVector vector, Liked action) {
        Decay decay = settings.affinityDecay();
        long latestMs = vector.header().timeMs();
        for (int i = 0; i < vector.size(); i++) {
            double weight = vector.affinity(i).affinity() * decay.factor(latestMs - vector.touchedMs(i));
            if (weight > 0) {
                action.accept(vector.item(i), weight);
            }
        }
    }
}
