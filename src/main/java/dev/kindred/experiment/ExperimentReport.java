package dev.kindred.experiment;

import dev.kindred.experiment.Verdict.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The outcomes of an experiment so far.
 *
 * @param scenario whose lists it compares
 * @param variants the control first
 * @param sampleRatio the p-value of the sample ratio check; absent where shares follow outcomes, and without counts
 * @param verdict the most important of all verdicts
 */
public record ExperimentReport(
        String scenario,
        Experiment experiment,
        boolean running,
        List<Variant> variants,
        OptionalDouble sampleRatio,
        Verdict verdict) {

    private static final double FALSE_ALARMS = 0.05; // of all variants together

    public ExperimentReport {
        variants = List.copyOf(variants);
    }

    /**
     * One variant.
     *
     * @param share of the users at present
     * @param comparison with the control; absent for the control
     */
    public record Variant(
            String name,
            double share,
            Counts counts,
            Optional<SequentialTest.Result> comparison,
            Optional<Verdict> verdict) {}

    /** The probability of a false alarm on one variant. */
    public double alpha() {
        return alpha(experiment);
    }

    private static double alpha(Experiment experiment) {
        return FALSE_ALARMS / (experiment.variants().size() - 1); // Bonferroni
    }

    /**
     * Reports on an experiment.
     *
     * @param counts in any order and parts; days before the experiment do not count
     * @param nowMs in epoch milliseconds
     */
    public static ExperimentReport of(String scenario, Experiment experiment, List<DailyCounts> counts, long nowMs) {
        Map<Long, Counts[]> byDay = experiment.byDay(counts);
        List<String> names = experiment.variants();
        Metric metric = experiment.design().metric();
        SequentialTest test = new SequentialTest(alpha(experiment));
        double[] shares = experiment.shares(counts, nowMs);
        OptionalDouble sampleRatio = sampleRatio(experiment, byDay);
        boolean mismatch = sampleRatio.isPresent() && sampleRatio.getAsDouble() < SampleRatio.ALARM;
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int variant = i;
            Counts sum = byDay.values().stream().map(day -> day[variant]).reduce(Counts.NONE, Counts::plus);
            Optional<SequentialTest.Result> comparison =
                    variant == 0 ? Optional.empty() : Optional.of(test.compare(days(byDay, variant, metric)));
            String name = names.get(variant);
            Optional<Verdict> verdict = comparison.map(
                    result -> mismatch ? Verdict.without(Kind.MISMATCH, name) : Verdict.of(name, result));
            variants.add(new Variant(name, shares[variant], sum, comparison, verdict));
        }
        return new ExperimentReport(
                scenario, experiment, experiment.isRunning(nowMs), variants, sampleRatio, mostImportant(variants));
    }

    private static List<SequentialTest.Day> days(Map<Long, Counts[]> byDay, int variant, Metric metric) {
        return byDay.values().stream()
                .map(day -> new SequentialTest.Day(
                        day[0].lists(), day[0].successes(metric), day[variant].lists(), day[variant].successes(metric)))
                .toList();
    }

    /** Of the day with most users: on one day every user counts once, so the users are independent. */
    private static OptionalDouble sampleRatio(Experiment experiment, Map<Long, Counts[]> byDay) {
        if (experiment.design().allocation() != Allocation.FIXED) {
            return OptionalDouble.empty();
        }
        double[] shares =
                experiment.design().arms().stream().mapToDouble(Arm::share).toArray();
        return byDay.values().stream()
                .map(day -> Stream.of(day).mapToLong(Counts::users).toArray())
                .max(Comparator.comparingLong(users -> LongStream.of(users).sum()))
                .map(users -> OptionalDouble.of(SampleRatio.pValue(users, shares)))
                .orElse(OptionalDouble.empty());
    }

    /** Of several good variants the one with the highest lower end. */
    private static Verdict mostImportant(List<Variant> variants) {
        return variants.stream()
                .flatMap(variant -> variant.verdict().stream())
                .min(Comparator.comparing(Verdict::kind)
                        .thenComparing(Verdict::low, Comparator.reverseOrder())
                        .thenComparing(Verdict::variant))
                .orElseThrow();
    }
}
