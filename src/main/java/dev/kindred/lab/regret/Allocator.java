package dev.kindred.lab.regret;

import dev.kindred.experiment.Counts;
import dev.kindred.experiment.DailyCounts;
import dev.kindred.experiment.Experiment;
import dev.kindred.experiment.Metric;
import java.util.Arrays;
import java.util.List;

/** A way to divide users among the variants of an experiment. */
public enum Allocator {
    /** Every variant has the same share, as in a classical test. */
    FIXED("fixed split") {
        @Override
        double[] shares(Experiment experiment, List<DailyCounts> counts, long nowMs) {
            return even(experiment, 1);
        }
    },

    /** Nine tenths to the variant with the best rate so far, a tenth to all alike. Source: Sutton and Barto 2018, ch. 2. */
    EPSILON_GREEDY("epsilon-greedy") {
        @Override
        double[] shares(Experiment experiment, List<DailyCounts> counts, long nowMs) {
            double[] shares = even(experiment, EPSILON);
            shares[best(experiment, counts)] += 1 - EPSILON;
            return shares;
        }
    },

    /** The product's Thompson sampling. */
    THOMPSON("thompson") {
        @Override
        double[] shares(Experiment experiment, List<DailyCounts> counts, long nowMs) {
            return experiment.shares(counts, nowMs);
        }
    };

    private static final double EPSILON = 0.1;

    private final String title;

    Allocator(String title) {
        this.title = title;
    }

    /** The name in tables and charts. */
    public String title() {
        return title;
    }

    /**
     * The shares of the variants, which add up to 1.
     *
     * @param experiment of which the variants are, with Thompson sampling
     */
    abstract double[] shares(Experiment experiment, List<DailyCounts> counts, long nowMs);

    private static double[] even(Experiment experiment, double sum) {
        double[] shares = new double[experiment.variants().size()];
        Arrays.fill(shares, sum / shares.length);
        return shares;
    }

    /** The first of equals. */
    private static int best(Experiment experiment, List<DailyCounts> counts) {
        int best = 0;
        double greatest = -1;
        for (int variant = 0; variant < experiment.variants().size(); variant++) {
            String name = experiment.variants().get(variant);
            double rate = counts.stream()
                    .filter(part -> part.variant().equals(name))
                    .map(DailyCounts::counts)
                    .reduce(Counts.NONE, Counts::plus)
                    .rate(Metric.CTR);
            if (rate > greatest) {
                greatest = rate;
                best = variant;
            }
        }
        return best;
    }
}
