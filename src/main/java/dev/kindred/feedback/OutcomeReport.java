package dev.kindred.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcomes of the lists of a scenario and a variant, or of a part of them.
 *
 * @param listed whether the lists had ids of this deployment; anybody may claim others
 * @param part which part, by the division asked for; empty for all of them
 */
public record OutcomeReport(String scenario, String variant, boolean listed, String part, OutcomeSums sums) {

    private static final double LISTS = 1000; // that revenue is stated for

    /** How the outcomes of a variant are divided. */
    public enum Division {
        /** Not at all. */
        VARIANT,
        /** By the strategy that contributed most to an item. */
        STRATEGY,
        /** By the position of an item. */
        POSITION,
        /** By the day of the list. */
        DAY;

        private boolean isOfItems() {
            return this == STRATEGY || this == POSITION;
        }

        /** Positions as numbers: the shorter one is the lesser. */
        private Comparator<String> order() {
            return this == POSITION
                    ? Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder())
                    : Comparator.naturalOrder();
        }

        private String part(OutcomeKey key) {
            return switch (this) {
                case VARIANT -> "";
                case STRATEGY -> key.strategy().map(Enum::name).orElse("");
                case POSITION -> Integer.toString(key.position());
                case DAY -> key.day().toString();
            };
        }
    }

    /** Lists of one variant. */
    private record Lists(String scenario, String variant, boolean listed) implements Comparable<Lists> {

        @Override
        public int compareTo(Lists other) {
            return Comparator.comparing(Lists::scenario)
                    .thenComparing(Lists::variant)
                    .thenComparing(Lists::listed, Comparator.reverseOrder())
                    .compare(this, other);
        }
    }

    /**
     * Adds up outcomes.
     *
     * @param outcomes in any order; those of several partitions add up
     * @param division divides the outcomes of each variant; those of items have no lists
     * @param minimumSupport a variant is left out if no day has so many users
     * @return by scenario, variant and part
     */
    public static List<OutcomeReport> of(Collection<Outcome> outcomes, Division division, int minimumSupport) {
        Map<Lists, Map<String, OutcomeSums>> sums = new TreeMap<>();
        Map<Lists, Map<LocalDate, Long>> users = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            OutcomeKey key = outcome.key();
            Lists lists = new Lists(key.scenario(), key.variant(), key.listed());
            users.computeIfAbsent(lists, any -> new TreeMap<>())
                    .merge(key.day(), outcome.sums().users(), Long::sum);
            if (!division.isOfItems() || outcome.sums().lists() == 0) {
                sums.computeIfAbsent(lists, any -> new TreeMap<>(division.order()))
                        .merge(division.part(key), outcome.sums(), OutcomeSums::plus);
            }
        }
        List<OutcomeReport> reports = new ArrayList<>();
        sums.forEach((lists, parts) -> {
            boolean isSupported =
                    users.getOrDefault(lists, Map.of()).values().stream().anyMatch(count -> count >= minimumSupport);
            if (isSupported) {
                parts.forEach((part, sum) ->
                        reports.add(new OutcomeReport(lists.scenario(), lists.variant(), lists.listed(), part, sum)));
            }
        });
        return reports;
    }

    /** The fraction of lists with a click. */
    public Interval clickRate() {
        return Interval.ofRate(sums.clickedLists(), sums.lists());
    }

    /** The fraction of lists with a purchase. */
    public Interval conversionRate() {
        return Interval.ofRate(sums.boughtLists(), sums.lists());
    }

    /** The fraction of shown items with a click. */
    public Interval itemClickRate() {
        return Interval.ofRate(sums.clicks(), sums.impressions());
    }

    /** The revenue of a thousand lists. */
    public Interval revenue() {
        return Interval.ofMean(sums.amount(), sums.revenueSquares(), sums.lists(), LISTS);
    }
}
