package dev.kindred.lab.evaluation.tuning;

import dev.kindred.lab.evaluation.metrics.RankingMetric;
import dev.kindred.lab.evaluation.metrics.UserBootstrap;
import dev.kindred.lab.evaluation.metrics.UserBootstrap.Interval;
import java.util.List;

/**
 * How much a metric rises by other settings, measured list by list.
 *
 * @param mean the mean difference, in [-1, 1]; 0 without predictions
 * @param interval its 95 % interval
 * @param predictions the number of lists
 */
public record Gain(double mean, Interval interval, long predictions) {

    private static final long SEED = 1;

    /** The metric of one list. */
    record Figure(String userId, double value) {}

    /**
     * The gain between two runs over the same predictions.
     *
     * @param from the number of predictions that do not count, because settings were chosen by them
     */
    static Gain between(List<Figure> before, List<Figure> after, int from, RankingMetric metric) {
        UserBootstrap differences = new UserBootstrap(metric);
        int count = Math.max(0, Math.min(before.size(), after.size()) - from);
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            double difference = after.get(i).value() - before.get(i).value();
            differences.add(after.get(i).userId(), difference);
            sum += difference;
        }
        return new Gain(count == 0 ? 0 : sum / count, differences.interval(SEED), count);
    }

    /** Whether the interval includes 0. */
    public boolean mayBeChance() {
        return interval.low() <= 0 && interval.high() >= 0;
    }
}
