package dev.kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.experiment.Experiment.Design;
import dev.kindred.model.Period;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lists of three variants whose true rates are known, and which change places after half of the days. */
class RegretTest {

    private static final int DAYS = 120;
    private static final int LISTS_A_DAY = 3000;
    private static final double EPSILON = 0.1;
    private static final double[] RATES = {0.04, 0.05, 0.06};
    private static final List<Arm> ARMS = List.of(new Arm("control", 0.4), new Arm("b", 0.3), new Arm("c", 0.3));

    /** Chooses shares from the counts so far. */
    private interface Policy {
        double[] shares(List<DailyCounts> counts, long day);
    }

    private static Experiment experiment(Allocation allocation) {
        return new Experiment(
                new Design("salt", ARMS, Period.ALWAYS, allocation, Metric.CTR, 0.05, Duration.ofDays(7)));
    }

    private static double rate(int variant, int day) {
        return RATES[day < DAYS / 2 ? variant : RATES.length - 1 - variant];
    }

    /** The clicks that are missing to those of the best variant. */
    private static double regret(Policy policy, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DailyCounts> counts = new ArrayList<>();
        double regret = 0;
        for (int day = 0; day < DAYS; day++) {
            double[] shares = policy.shares(counts, day);
            for (int variant = 0; variant < RATES.length; variant++) {
                long lists = Math.round(LISTS_A_DAY * shares[variant]);
                long clicks = Trials.successes(random, lists, rate(variant, day));
                counts.add(new DailyCounts(day, ARMS.get(variant).variant(), new Counts(lists, clicks, 0, lists)));
                regret += lists * (RATES[RATES.length - 1] - rate(variant, day));
            }
        }
        return regret;
    }

    /** Most lists to the variant with the best rate so far, and a tenth to all alike. */
    private static double[] greedy(List<DailyCounts> counts) {
        double[] shares = new double[RATES.length];
        int best = 0;
        double greatest = -1;
        for (int variant = 0; variant < RATES.length; variant++) {
            String name = ARMS.get(variant).variant();
            double rate = counts.stream()
                    .filter(part -> part.variant().equals(name))
                    .map(DailyCounts::counts)
                    .reduce(Counts.NONE, Counts::plus)
                    .rate(Metric.CTR);
            shares[variant] = EPSILON / RATES.length;
            if (rate > greatest) {
                greatest = rate;
                best = variant;
            }
        }
        shares[best] += 1 - EPSILON;
        return shares;
    }

    private static Policy following(Allocation allocation) {
        Experiment experiment = experiment(allocation);
        return (counts, day) -> experiment.shares(counts, Duration.ofDays(day).toMillis());
    }

    @Test
    void thompsonSamplingMissesFewestClicks() {
        double fixed = 0;
        double greedy = 0;
        double thompson = 0;
        for (long seed = 0; seed < 20; seed++) {
            fixed += regret(following(Allocation.FIXED), seed) / 20;
            greedy += regret((counts, day) -> greedy(counts), seed) / 20;
            thompson += regret(following(Allocation.THOMPSON), seed) / 20;
        }

        assertThat(thompson).isLessThan(0.6 * fixed).isLessThan(0.8 * greedy);
    }
}
