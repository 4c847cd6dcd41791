package dev.kindred.profile;

import dev.kindred.catalog.Catalog;
import dev.kindred.math.Decay;
import dev.kindred.model.InteractionType;
import dev.kindred.vector.UserVector;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes profiles of vectors, and says which segments they belong to; stores nothing. Safe for many threads. */
public final class Profiler {

    private static final double WEEK_MS = Duration.ofDays(7).toMillis();

    private final ProfileSettings settings;
    private final Catalog catalog;
    private final Supplier<Segments> segments;
    private final Clock clock;

    /**
     * For the users of one shop.
     *
     * @param catalog what the shop says of its items, by the numbers that vectors use
     * @param segments as they are defined at the moment of asking
     * @param clock tells that moment
     */
    public Profiler(ProfileSettings settings, Catalog catalog, Supplier<Segments> segments, Clock clock) {
        this.settings = settings;
        this.catalog = catalog;
        this.segments = segments;
        this.clock = clock;
    }

    /** The profile of a user, as of now. */
    public UserProfile profile(UserVector vector) {
        long nowMs = clock.millis();
        long lastEventMs = vector.header().timeMs();
        long oldestTouchMs = oldestTouchMs(vector);
        return new UserProfile(
                nowMs,
                vector.version(),
                vector.size(),
                itemsByType(vector),
                oldestTouchMs,
                lastEventMs,
                vector.size() / Math.max(1, (nowMs - oldestTouchMs) / WEEK_MS),
                settings.lifecycle(vector.version(), nowMs - lastEventMs),
                preferences(vector));
    }

    /** The names of the segments that a profile belongs to, in the order of their definition. */
    public List<String> segmentsOf(UserProfile profile) {
        return segments.get().of(profile);
    }

    /** All segments, as they are defined now. */
    public Segments segments() {
        return segments.get();
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
            for (InteractionType type : InteractionType.values()) {
                if (type.isIn(vector.types(i))) {
                    items.merge(type, 1, Integer::sum);
                }
            }
        }
        return items;
    }

    /** All affinities as of the latest event: from then on they fade alike, and their shares stay. */
    private Preferences preferences(UserVector vector) {
        Decay decay = settings.affinityDecay();
        Taste taste = new Taste();
        for (int i = 0; i < vector.size(); i++) {
            double weight =
                    vector.affinity(i).affinity() * decay.factor(vector.header().timeMs() - vector.touchedMs(i));
            if (weight > 0) {
                catalog.find(vector.item(i)).ifPresent(item -> taste.add(item, weight));
            }
        }
        return taste.preferences();
    }
}
