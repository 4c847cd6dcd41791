package dev.kindred.lab.regret;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The regret of each {@link Allocator}, over the same shops. */
public final class RegretReport {

    private static final double Z = 1.96; // 95 % of a normal distribution
    private static final int POINTS = 20;

    private final RegretSettings settings;
    private final Map<Allocator, List<TrialResult>> trials;

    /**
     * A mean over runs.
     *
     * @param halfWidth of its interval of 95 %; 0 with one run
     */
    public record Mean(double value, double halfWidth) {}

    private RegretReport(RegretSettings settings, Map<Allocator, List<TrialResult>> trials) {
        this.settings = settings;
        this.trials = trials;
    }

    /**
     * Measures.
     *
     * @param progress is called after each of {@code runs} times the number of allocators
     */
    public static RegretReport measure(RegretSettings settings, Runnable progress) {
        Map<Allocator, List<TrialResult>> trials = new EnumMap<>(Allocator.class);
        for (Allocator allocator : Allocator.values()) {
            List<TrialResult> results = new ArrayList<>();
            for (int run = 0; run < settings.runs(); run++) {
                results.add(Trial.run(allocator, settings, run));
                progress.run();
            }
            trials.put(allocator, results);
        }
        return new RegretReport(settings, trials);
    }

    public RegretSettings settings() {
        return settings;
    }

    /** Clicked lists that are missing to those of the best variant, of all looks. */
    public Mean regret(Allocator allocator) {
        return regret(allocator, settings.looks());
    }

    /** The same of the first looks. */
    public Mean regret(Allocator allocator, int firstLooks) {
        return mean(allocator, trial -> trial.regret(firstLooks));
    }

    /** The numbers of looks that a curve needs, ascending, at most 20. */
    public List<Integer> points() {
        return IntStream.rangeClosed(1, POINTS)
                .map(point -> Math.max(1, settings.looks() * point / POINTS))
                .distinct()
                .boxed()
                .toList();
    }

    /** The fraction of the looks that had a click. */
    public Mean clickRate(Allocator allocator) {
        return mean(allocator, trial -> (double) trial.clicked() / trial.looks());
    }

    /** The fraction of looks at the best variant. */
    public Mean shareOfBest(Allocator allocator) {
        return mean(allocator, TrialResult::shareOfBest);
    }

    /** The fraction of clicked lists of a variant if all users had it, in the shops of an allocator. */
    public Mean rate(Allocator allocator, int variant) {
        return mean(allocator, trial -> trial.rate(variant));
    }

    private Mean mean(Allocator allocator, ToDoubleFunction<TrialResult> figure) {
        double[] values = trials.getOrDefault(allocator, List.of()).stream()
                .mapToDouble(figure)
                .toArray();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int freedom = values.length - 1;
        return new Mean(mean, freedom < 1 ? 0 : Z * Math.sqrt(squares / freedom / values.length));
    }
}
