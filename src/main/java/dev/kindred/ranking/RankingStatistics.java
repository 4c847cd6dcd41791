package dev.kindred.ranking;

import dev.kindred.math.Decay;
import dev.kindred.math.PeriodSums;

/**
 * The evidence of lists and their outcomes about features: {@code A = Σ x xᵀ} and {@code b = Σ x r} over candidates with features x and reward r,
 * by time.
 *
 * <p>Features are rounded to multiples of 1/1024, so that all sums are {@linkplain PeriodSums sums of integers}. The statistics of
 * parts of the events therefore {@linkplain #add add up} to those of all events, in any order and to the last bit.
 *
 * <p>Not thread safe: one owner.
 */
public final class RankingStatistics implements RankingExamples {

    private static final int UNIT = 1 << 10;
    private static final int N = Feature.COUNT;
    private static final int REWARDS = N * (N + 1) / 2; // the place of b, after the triangle of A
    private static final int EXAMPLES = REWARDS + N; // the place of the number of candidates
    private static final int SIZE = EXAMPLES + 1;

    /** The basis of the sums: rows of another one cannot be added. */
    public static final String BASIS = "features-" + Feature.VERSION + "-" + N;

    private final PeriodSums sums;
    private final long[] row = new long[N];

    /** Nothing learned. */
    public RankingStatistics(Decay decay) {
        this.sums = new PeriodSums(SIZE, decay);
    }

    @Override
    public void learn(FeatureMatrix candidates, int touched, long timestampMs) {
        long[] into = sums.at(timestampMs);
        for (int candidate = 0; candidate < candidates.rows(); candidate++) {
            learnRow(candidates, candidate, candidate == touched ? 1 : 0, into);
        }
    }

    private void learnRow(FeatureMatrix candidates, int candidate, int reward, long[] into) {
        float[] values = candidates.values();
        int from = candidate * N;
        for (int i = 0; i < N; i++) {
            row[i] = Math.round(values[from + i] * UNIT);
        }
        int at = 0;
        for (int i = 0; i < N; i++) {
            long value = row[i];
            if (value == 0) {
                at += i + 1;
                continue;
            }
            for (int j = 0; j <= i; j++) {
                into[at++] += value * row[j];
            }
            into[REWARDS + i] += value * reward;
        }
        into[EXAMPLES]++;
    }

    /** Adds what another learner has learned from other events. */
    public void add(RankingStatistics other) {
        sums.add(other.sums);
    }

    /** The sums, by period. */
    public PeriodSums sums() {
        return sums;
    }

    /** Whether nothing was learned. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The decayed sums as of the last period: the lower triangle of A, row by row, then b, then the number of candidates. */
    double[] decayed() {
        double[] totals = sums.decayed();
        for (int i = 0; i < REWARDS; i++) {
            totals[i] /= (double) UNIT * UNIT;
        }
        for (int i = REWARDS; i < EXAMPLES; i++) {
            totals[i] /= UNIT;
        }
        return totals;
    }

    /** The decayed number of candidates. */
    public double examples() {
        return decayed()[EXAMPLES];
    }
}
