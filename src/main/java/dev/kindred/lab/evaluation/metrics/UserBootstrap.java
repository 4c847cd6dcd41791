package dev.kindred.lab.evaluation.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How much the mean of one metric depends on the sample of users: a percentile bootstrap.
 *
 * <p>A draw takes whole users, with replacement and as many as there are, because the lists of one user depend on each
 * other. The mean of a draw is over its lists, {@code Σ sums / Σ counts}. Source: Efron and Tibshirani, <em>An
 * Introduction to the Bootstrap</em>, ch. 13. Not thread safe.
 */
public final class UserBootstrap {

    private static final int DRAWS = 1000;
    private static final double TAIL = 0.025;

    private final RankingMetric metric;
    private final Map<String, UserSum> byUser = new LinkedHashMap<>(); // in a fixed order, so that a seed repeats

    public UserBootstrap(RankingMetric metric) {
        this.metric = metric;
    }

    /**
     * A 95 % interval: 95 of 100 repetitions with other users give a figure in it.
     *
     * @param low the 2.5th percentile
     * @param high the 97.5th percentile
     */
    public record Interval(double low, double high) {}

    private static final class UserSum {
        private double sum;
        private long count;
    }

    /** Adds a list of a user. */
    public void add(String userId, Hits hits) {
        add(userId, metric.of(hits));
    }

    /** Adds a figure of a user: of a list, or the difference between two lists. */
    public void add(String userId, double figure) {
        UserSum user = byUser.computeIfAbsent(userId, u -> new UserSum());
        user.sum += figure;
        user.count++;
    }

    /** The name of the metric. */
    public String name() {
        return metric.name();
    }

    /** The number of users with a list. */
    public int users() {
        return byUser.size();
    }

    /** The 95 % interval of the mean; from 0 to 0 without users. */
    public Interval interval(long seed) {
        if (byUser.isEmpty()) {
            return new Interval(0, 0);
        }
        RandomGenerator random = new SplittableRandom(seed);
        List<UserSum> users = new ArrayList<>(byUser.values());
        double[] means = new double[DRAWS];
        Arrays.setAll(means, draw -> meanOfDraw(users, random));
        Arrays.sort(means);
        int cut = (int) (TAIL * DRAWS);
        return new Interval(means[cut], means[DRAWS - 1 - cut]);
    }

    private static double meanOfDraw(List<UserSum> users, RandomGenerator random) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < users.size(); i++) {
            UserSum user = users.get(random.nextInt(users.size()));
            sum += user.sum;
            count += user.count;
        }
        return sum / count;
    }
}
