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

/** The settings of recommended lists. */
final class RecommendConfig {

    private static final String NO_EXCLUSION = "none";
    private static final Limit<List<String>> EXCLUSIONS = Limit.of(
            "a list of " + String.join(", ", Excludes.WORDS) + "; or " + NO_EXCLUSION, RecommendConfig::areExclusions);

    static final Group RECOMMENDATIONS = new Group("Recommendations");
    static final Setting<Integer> SIZE = RECOMMENDATIONS.integer("recommend.size", 20, between(1, 200), """
            The length of a list. Change it to the size that your pages show, plus a reserve for filters of your own.""");

    static final Setting<Excludes> EXCLUDE = RECOMMENDATIONS.add(
            "recommend.exclude",
            "current,purchased,disliked",
            Kind.LIST.within(EXCLUSIONS).as(Excludes::of),
            """
            The items of the user that lists exclude. Remove purchased when people buy the same item again; add seen to
            show only items that are new to the user.""");

    static final Setting<Double> PROXIMITY = RECOMMENDATIONS.number("recommend.proximity", 1, FACTOR, """
            How fast a neighbor's vote decays for items that the neighbor touched long before or after the items that
            both share. Lower it when the order of events means little; 0 disables the decay.""");

    static final Setting<Double> CLOSENESS_BEFORE =
            RECOMMENDATIONS.number("recommend.closeness.before", 1, between(0.0, 1.0), """
            How much a neighbor's vote counts for items that the neighbor touched before the items that both share,
            relative to those touched after them. Lower it when events come in a telling order, as the clicks of a
            session do; 1 ignores the direction.""");

    static final Setting<Double> RECENCY = RECOMMENDATIONS.number("recommend.recency", 0.5, FACTOR, """
            How fast a neighbor's vote decays with the number of items that the user touched after the items that both
            share. Lower it when taste is steady; 0 disables the decay.""");

    static final Setting<Double> OWN_HISTORY = RECOMMENDATIONS.number("recommend.own.history", 0.3, FACTOR, """
            The weight of the user's own history in the vote, equal to that of a neighbor with this similarity. Raise
            it when people return to items that they viewed; 0 ignores it. The items of recommend.exclude stay
            excluded.""");

    static final Setting<Decay> RECENT_HALF_LIFE =
            RECOMMENDATIONS.decay("recommend.recent.half.life.ms", Duration.ofDays(14), """
            The half-life of a new arrival's score under the strategy recent. Lower it when many items arrive every
            day, raise it when few do.""");

    static final Setting<Integer> REASONS = RECOMMENDATIONS.integer("recommend.reasons", 3, between(0, 10), """
            The maximum number of reasons per item. Lower it to 0 when no consumer uses them, to save bytes.""");

    static final Setting<Duration> REFRESH_MIN_INTERVAL = RECOMMENDATIONS.duration(
            "recommend.refresh.min.interval.ms",
            Duration.ZERO,
            between(0, 3_600_000).like("10000"),
            """
            The minimum time between two refreshes of a user's list; the last of the events in between triggers a
            refresh at its end. Raise it to publish fewer lists; 0 refreshes at every event.""");

    static final Setting<Optional<Path>> SCENARIOS_FILE =
            RECOMMENDATIONS.path("scenarios.file", "config/scenarios.yaml", """
            The file of the scenarios: the places of the shop that show lists, each with its weights and rules. Empty
            uses the examples of config/scenarios.yaml and publishes none of them. Set it to a copy for your shop;
            Kindred reads it again when it changes. A scenario named default replaces the list that every event
            refreshes.""");

    static final Setting<Boolean> CATALOG_ONLY_KNOWN = RECOMMENDATIONS.flag("catalog.only.known", false, """
            true limits lists to items of the catalog. Change it to true when the topic items has the whole catalog:
            then lists never show a deleted item, even after compaction has removed its last record.""");

    private RecommendConfig() {}

    static RecommendSettings of(Values values) {
        return new RecommendSettings(
                values.get(SIZE),
                values.get(EXCLUDE),
                values.get(REASONS),
                values.get(PROXIMITY),
                values.get(CLOSENESS_BEFORE),
                values.get(RECENCY),
                values.get(OWN_HISTORY),
                values.get(PrivacyConfig.MINIMUM_SUPPORT));
    }

    private static boolean areExclusions(List<String> words) {
        return words.equals(List.of(NO_EXCLUSION))
                || (!words.isEmpty()
                        && Excludes.WORDS.containsAll(words)
                        && new HashSet<>(words).size() == words.size());
    }
}
