package dev.kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.experiment.Experiment.Design;
import dev.kindred.model.Period;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class ThompsonTest {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private static Experiment experiment(double minimum, Duration halfLife) {
        return new Experiment(new Design(
                "salt",
                List.of(new Arm("control", 0.4), new Arm("b", 0.3), new Arm("c", 0.3)),
                Period.ALWAYS,
                Allocation.THOMPSON,
                Metric.CTR,
                minimum,
                halfLife));
    }

    private static DailyCounts clicks(long day, String variant, long lists, long clicks) {
        return new DailyCounts(day, variant, new Counts(lists, clicks, 0, 0));
    }

    @Test
    void sharesAreTheProbabilityToBeBest() {
        double[][] successesAndTrials = {{50, 1000}, {60, 1000}, {3, 40}};
        List<BetaDistribution> posteriors = new ArrayList<>();
        for (double[] arm : successesAndTrials) {
            posteriors.add(Thompson.posterior(arm[0], arm[1]));
        }
        SplittableRandom random = new SplittableRandom(3);
        int draws = 20_000;
        int[] best = new int[3];
        for (int draw = 0; draw < draws; draw++) { // one draw for every list, as in the textbook
            int winner = 0;
            double greatest = -1;
            for (int arm = 0; arm < 3; arm++) {
                double rate = posteriors.get(arm).inverseCumulativeProbability(random.nextDouble());
                if (rate > greatest) {
                    greatest = rate;
                    winner = arm;
                }
            }
            best[winner]++;
        }

        double[] shares = Thompson.shares(posteriors, 0);

        for (int arm = 0; arm < 3; arm++) {
            assertThat(shares[arm]).isCloseTo((double) best[arm] / draws, within(0.015));
        }
    }

    @Test
    void beginsWithEqualShares() {
        assertThat(experiment(0.05, Duration.ofDays(7)).shares(List.of(), 0)).containsOnly(0.3333);
    }

    @Test
    void keepsTheMinimumShare() {
        double[] shares = experiment(0.05, Duration.ofDays(7))
                .shares(
                        List.of(
                                clicks(0, "control", 100_000, 5_000),
                                clicks(0, "b", 100_000, 9_000),
                                clicks(0, "c", 100_000, 1_000)),
                        0);

        assertThat(shares).containsExactly(0.05, 0.9, 0.05);
    }

    @Test
    void doesNotDependOnTheOrderOrThePartsOfTheCounts() {
        Experiment experiment = experiment(0.05, Duration.ofDays(3));
        Random random = new Random(4);
        List<DailyCounts> whole = new ArrayList<>();
        List<DailyCounts> parts = new ArrayList<>();
        for (long day = 0; day < 30; day++) {
            for (String variant : experiment.variants()) {
                long clicks = random.nextInt(40);
                long misses = random.nextInt(400);
                whole.add(clicks(day, variant, clicks + misses, clicks));
                for (int part = 0; part < 4; part++) { // of a partition each
                    long click = part == 0 ? clicks - 3 * (clicks / 4) : clicks / 4;
                    long miss = part == 0 ? misses - 3 * (misses / 4) : misses / 4;
                    parts.add(clicks(day, variant, click + miss, click));
                }
            }
        }
        Collections.shuffle(parts, random);

        assertThat(experiment.shares(parts, 30 * DAY_MS)).containsExactly(experiment.shares(whole, 30 * DAY_MS));
    }

    @Test
    void followsChange() {
        Experiment experiment = experiment(0.05, Duration.ofDays(2));
        List<DailyCounts> before = List.of(
                clicks(0, "control", 20_000, 2_000), clicks(0, "b", 20_000, 1_000), clicks(0, "c", 20_000, 1_000));
        List<DailyCounts> all = new ArrayList<>(before);
        all.add(clicks(20, "control", 2_000, 100));
        all.add(clicks(20, "b", 2_000, 200));
        all.add(clicks(20, "c", 2_000, 100));

        assertThat(experiment.shares(before, 0)[0]).isEqualTo(0.9);
        assertThat(experiment.shares(all, 20 * DAY_MS)[1]).isGreaterThan(0.8);
    }

    @Test
    void instancesWithTheSameCountsGiveAUserTheSameVariant() {
        List<DailyCounts> counts = List.of(clicks(0, "control", 900, 80), clicks(0, "b", 900, 95));
        LiveShares one = new LiveShares(scenario -> counts);
        LiveShares other = new LiveShares(scenario -> counts);
        Experiment experiment = experiment(0.05, Duration.ofDays(7));
        Experiment copy = experiment(0.05, Duration.ofDays(7));

        for (long user = 0; user < 1000; user++) {
            assertThat(one.choose("home", experiment, user, 1234)).isEqualTo(other.choose("home", copy, user, 99));
        }
    }
}
