package dev.kindred.experiment;

import dev.kindred.model.Period;
import dev.kindred.model.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A comparison of the ways to make one list. Every user has one variant, which is a hash of the salt and the user.
 *
 * <p>Immutable and safe for many threads.
 */
public final class Experiment {

    /** The name of the variant that changes nothing. */
    public static final String CONTROL = "control";

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final Design design;
    private final Assignment assignment;
    private final double[] fixed;

    /**
     * The design of an experiment.
     *
     * @param salt experiments with different salts are independent; those with the same salt split users alike
     * @param arms the control first; their shares add up to 1
     * @param period when users are split; before and after it all get the control
     * @param allocation how the shares come about
     * @param metric the rate to compare
     * @param minimumShare the least share of every variant with Thompson sampling, in [0, 1 / arms]
     * @param halfLife after which an outcome counts half for Thompson sampling; positive
     */
    public record Design(
            String salt,
            List<Arm> arms,
            Period period,
            Allocation allocation,
            Metric metric,
            double minimumShare,
            Duration halfLife) {

        public Design {
            arms = List.copyOf(arms);
            Require.that(!salt.isBlank(), "salt must not be blank");
            Require.that(arms.size() >= 2, "variants must be at least one");
            Require.that(arms.get(0).variant().equals(CONTROL), "variants must begin with control", arms);
            Set<String> names = new HashSet<>();
            for (Arm arm : arms) {
                Require.that(names.add(arm.variant()), "variants must have different names", arm.variant());
            }
            double sum = arms.stream().mapToDouble(Arm::share).sum();
            Require.that(Math.abs(sum - 1) < 1e-9, "shares must add up to 1", sum);
            Require.that(
                    minimumShare >= 0 && minimumShare * arms.size() <= 1,
                    "minimumShare must be at most 1 / " + arms.size() + " for " + arms.size() + " variants",
                    minimumShare);
            Require.that(halfLife.compareTo(Duration.ZERO) > 0, "halfLife must be positive", halfLife);
        }
    }

    public Experiment(Design design) {
        this.design = design;
        this.assignment = new Assignment(
                design.salt(), design.arms().stream().map(Arm::variant).toList());
        this.fixed = design.arms().stream().mapToDouble(Arm::share).toArray();
    }

    public Design design() {
        return design;
    }

    /** The names of the variants, the control first. */
    public List<String> variants() {
        return design.arms().stream().map(Arm::variant).toList();
    }

    /** Whether users are split at a time, in epoch milliseconds. */
    public boolean isRunning(long nowMs) {
        return design.period().includes(nowMs);
    }

    /**
     * The number of a user's variant while the experiment runs.
     *
     * @param shares of the variants, as {@link #shares} gives them
     */
    public int variantOf(long userKey, double[] shares) {
        return assignment.of(userKey, shares);
    }

    /**
     * The shares of the variants, the control first. They are a function of the counts and the day, so instances that
     * know the same counts agree.
     *
     * @param counts in any order and in any parts; unknown variants are ignored
     * @param nowMs in epoch milliseconds
     */
    public double[] shares(List<DailyCounts> counts, long nowMs) {
        if (design.allocation() == Allocation.FIXED) {
            return fixed.clone();
        }
        long today = Math.floorDiv(nowMs, DAY_MS);
        Map<Long, Counts[]> byDay = byDay(counts);
        List<BetaDistribution> posteriors = new ArrayList<>();
        for (int variant = 0; variant < design.arms().size(); variant++) {
            posteriors.add(posterior(variant, byDay, today));
        }
        return Thompson.shares(posteriors, design.minimumShare());
    }

    private BetaDistribution posterior(int variant, Map<Long, Counts[]> byDay, long today) {
        double days = (double) design.halfLife().toMillis() / DAY_MS;
        double lists = 0;
        double successes = 0;
        for (Map.Entry<Long, Counts[]> day : byDay.entrySet()) { // in the order of days: the sum is the same always
            double weight = StrictMath.pow(0.5, Math.max(0, today - day.getKey()) / days);
            Counts counts = day.getValue()[variant];
            lists += weight * counts.lists();
            successes += weight * counts.successes(design.metric());
        }
        return Thompson.posterior(successes, lists);
    }

    /** The counts of the variants, in their order, by day; without days before the experiment. */
    Map<Long, Counts[]> byDay(List<DailyCounts> counts) {
        List<String> names = variants();
        Instant start = design.period().start();
        long firstDay = start.equals(Instant.MIN) ? Long.MIN_VALUE : Math.floorDiv(start.toEpochMilli(), DAY_MS);
        Map<Long, Counts[]> byDay = new TreeMap<>();
        for (DailyCounts part : counts) {
            int variant = names.indexOf(part.variant());
            if (variant >= 0 && part.day() >= firstDay) {
                Counts[] day = byDay.computeIfAbsent(part.day(), missing -> none(names.size()));
                day[variant] = day[variant].plus(part.counts());
            }
        }
        return byDay;
    }

    private static Counts[] none(int variants) {
        Counts[] none = new Counts[variants];
        Arrays.fill(none, Counts.NONE);
        return none;
    }
}
