package dev.kindred.config;

import static dev.kindred.config.Limit.FACTOR;
import static dev.kindred.config.Limit.between;

import dev.kindred.math.Decay;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.Excludes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The settings of lists. */
final class RecommendConfig {

    private static final String NO_EXCLUSION = "none";
    private static final Limit<List<String>> EXCLUSIONS = Limit.of(
            "a list of " + String.join(", ", Excludes.WORDS) + "; or " + NO_EXCLUSION, RecommendConfig::areExclusions);

    static final Group RECOMMENDATIONS = new Group("Recommendations");
    static final Setting<Integer> SIZE = RECOMMENDATIONS.integer(
            "recommend.size",
            20,
            between(1, 200),
            "The length of a list. Change it to what your pages show, with some to spare for filters of your own.");

    static final Setting<Excludes> EXCLUDE = RECOMMENDATIONS.add(
            "recommend.exclude",
            "current,purchased,disliked",
            Kind.LIST.within(EXCLUSIONS).as(Excludes::of),
            "Which of the user's own items are left out. Take out purchased where people buy the same again; put in"
                    + " seen to show only what is new to them.");

    static final Setting<Double> PROXIMITY = RECOMMENDATIONS.number(
            "recommend.proximity",
            1,
            FACTOR,
            "How fast a neighbor's vote fades for items that were touched long before or after what the neighbor"
                    + " shares with the user. Lower it where the order of events means little; 0 makes no difference.");

    static final Setting<Double> RECENCY = RECOMMENDATIONS.number(
            "recommend.recency",
            0.5,
            FACTOR,
            "How fast a neighbor's vote fades when the user has gone on since what both share. Lower it where taste"
                    + " is steady; 0 makes no difference.");

    static final Setting<Double> OWN_HISTORY = RECOMMENDATIONS.number(
            "recommend.own.history",
            0.3,
            FACTOR,
            "How much the user's own history votes: as much as a neighbor of this similarity. Raise it where people"
                    + " return to what they looked at; 0 leaves it out. What recommend.exclude names is left out in any"
                    + " case.");

    static final Setting<Decay> RECENT_HALF_LIFE = RECOMMENDATIONS.decay(
            "recommend.recent.half.life.ms",
            Duration.ofDays(14),
            "The time after which a new arrival counts half, where a scenario gives a weight to recent. Lower it"
                    + " where much is new every day, raise it where little is.");

    static final Setting<Integer> REASONS = RECOMMENDATIONS.integer(
            "recommend.reasons",
            3,
            between(0, 10),
            "The most reasons given for one item. Lower it to 0 when nobody reads them, to save bytes.");

    static final Setting<Duration> REFRESH_MIN_INTERVAL = RECOMMENDATIONS.duration(
            "recommend.refresh.min.interval.ms",
            Duration.ZERO,
            between(0, 3_600_000).like("10000"),
            "The least time between two refreshes of a user; of the events in between, the last one refreshes when"
                    + " it is over. Raise it to publish fewer lists; 0 refreshes at every event.");

    static final Setting<Optional<Path>> SCENARIOS_FILE = RECOMMENDATIONS.path(
            "scenarios.file",
            "config/scenarios.yaml",
            "The places of the shop where lists are shown, each with weights and rules of its own, as in"
                    + " config/scenarios.yaml; empty uses those examples for whoever asks, and publishes none. Set it to a"
                    + " copy that suits your shop; it is read again when it changes. A scenario named default replaces the"
                    + " list that every event refreshes.");

    static final Setting<Boolean> CATALOG_ONLY_KNOWN = RECOMMENDATIONS.flag(
            "catalog.only.known",
            false,
            "Whether lists show only items that the catalog has. Switch it on when the whole catalog is on the topic"
                    + " items: then a deleted item stays out of all lists, even after compaction has removed its last"
                    + " record.");

    private RecommendConfig() {}

    static RecommendSettings of(Values values) {
        return new RecommendSettings(
                values.get(SIZE),
                values.get(EXCLUDE),
                values.get(REASONS),
                values.get(PROXIMITY),
                values.get(RECENCY),
                values.get(OWN_HISTORY));
    }

    private static boolean areExclusions(List<String> words) {
        return words.equals(List.of(NO_EXCLUSION))
                || (!words.isEmpty()
                        && Excludes.WORDS.containsAll(words)
                        && new HashSet<>(words).size() == words.size());
    }
}
