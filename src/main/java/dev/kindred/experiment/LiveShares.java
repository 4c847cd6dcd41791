package dev.kindred.experiment;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The shares of running experiments by the counts that an instance has read, computed anew once a minute or as set. Safe for many
 * threads.
 */
public final class LiveShares {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final OutcomeCounts counts;
    private final long pauseNs;
    private final LongSupplier nanoTime;
    private final Map<String, Computed> byScenario = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Computed(Experiment experiment, long atNs, long nowMs, double[] shares) {}

    /** The share of a user's variant is the probability that the user has it. */
    public record Choice(int variant, String name, double propensity) {}

    public LiveShares(OutcomeCounts counts) {
        this(counts, PAUSE);
    }

    /** @param pause how long shares stay before they are computed anew */
    public LiveShares(OutcomeCounts counts, Duration pause) {
        this(counts, pause, System::nanoTime);
    }

    LiveShares(OutcomeCounts counts, Duration pause, LongSupplier nanoTime) {
        this.counts = counts;
        this.pauseNs = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The variant of a user in a scenario's experiment, which is running. */
    public Choice choose(String scenario, Experiment experiment, long userKey, long nowMs) {
        double[] shares = shares(scenario, experiment, nowMs);
        int variant = experiment.variantOf(userKey, shares);
        return new Choice(variant, experiment.design().arms().get(variant).variant(), shares[variant]);
    }

    /** The report on a scenario's experiment. */
    public ExperimentReport report(String scenario, Experiment experiment, long nowMs) {
        return ExperimentReport.of(scenario, experiment, counts.of(scenario), nowMs);
    }

    private double[] shares(String scenario, Experiment experiment, long nowMs) {
        long atNs = nanoTime.getAsLong();
        Computed known = byScenario.get(scenario);
        if (known == null || known.experiment != experiment || atNs - known.atNs > pauseNs) {
            long latestMs = known == null ? nowMs : Math.max(nowMs, known.nowMs); // late events change no shares
            known = new Computed(experiment, atNs, latestMs, experiment.shares(counts.of(scenario), latestMs));
            byScenario.put(scenario, known);
        }
        return known.shares;
    }
}
