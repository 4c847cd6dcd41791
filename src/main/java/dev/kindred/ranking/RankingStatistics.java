package dev.kindred.ranking;

import dev.kindred.math.Decay;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * The evidence of lists and their outcomes about features: {@code A = Σ x xᵀ} and {@code b = Σ x r} over candidates with features x and reward r,
 * by time.
 *
 * <p>Features are rounded to multiples of 1/1024, so that all sums are sums of integers. What several learners learn from parts of the
 * events therefore {@linkplain #add adds up} to what one learns from all, in any order and to the last bit. Sums are kept by period, a
 * quarter of the half-life, and decay when they are read: the statistics as of a time do not depend on when they were read before.
 *
 * <p>Not thread safe: one owner.
 */
public final class RankingStatistics {

    private static final byte LAYOUT = 1;
    private static final int UNIT = 1 << 10;
    private static final int N = Feature.COUNT;
    private static final int REWARDS = N * (N + 1) / 2; // the place of b, after the triangle of A
    private static final int EXAMPLES = REWARDS + N; // the place of the number of candidates
    private static final int SIZE = EXAMPLES + 1;
    private static final int PERIODS = 4; // in a half-life
    private static final int REMEMBERED = 10 * PERIODS;

    private final double periodMs;
    private final TreeMap<Long, long[]> sums = new TreeMap<>(); // by period
    private final long[] row = new long[N];

    /** Nothing learned. */
    public RankingStatistics(Decay decay) {
        this.periodMs = decay.halfLifeMs() / PERIODS;
    }

    /**
     * Learns the candidates of a list.
     *
     * @param touched the row of the candidate that the user touched next; -1 if none was
     */
    public void learn(FeatureMatrix candidates, int touched, long timestampMs) {
        long[] into = sums.computeIfAbsent((long) Math.floor(timestampMs / periodMs), period -> new long[SIZE]);
        for (int candidate = 0; candidate < candidates.rows(); candidate++) {
            learnRow(candidates, candidate, candidate == touched ? 1 : 0, into);
        }
        forget();
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
        other.sums.forEach((period, more) -> {
            long[] into = sums.computeIfAbsent(period, p -> new long[SIZE]);
            for (int i = 0; i < SIZE; i++) {
                into[i] += more[i];
            }
        });
        forget();
    }

    private void forget() {
        if (!sums.isEmpty()) {
            sums.headMap(sums.lastKey() - REMEMBERED, false).clear();
        }
    }

    /** Whether nothing was learned. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The decayed sums as of the last period: the lower triangle of A, row by row, then b, then the number of candidates. */
    double[] decayed() {
        double[] totals = new double[SIZE];
        sums.forEach((period, some) -> {
            double factor = Math.pow(2, (period - sums.lastKey()) / (double) PERIODS);
            for (int i = 0; i < SIZE; i++) {
                totals[i] += factor * some[i];
            }
        });
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

    /**
     * The statistics as bytes: layout 1, {@link Feature#VERSION}, the number of features as an int, then for each period its number and its
     * sums as longs, big endian.
     */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(6 + sums.size() * (1 + SIZE) * Long.BYTES)
                .put(LAYOUT)
                .put((byte) Feature.VERSION)
                .putInt(N);
        sums.forEach((period, some) -> {
            bytes.putLong(period);
            Arrays.stream(some).forEach(bytes::putLong);
        });
        return bytes.array();
    }

    /**
     * Reads {@link #toBytes}. Statistics of other features say nothing about these, and are ignored.
     *
     * @throws IllegalArgumentException if the bytes are of another layout, or cut off
     */
    public static RankingStatistics fromBytes(byte[] content, Decay decay) {
        RankingStatistics statistics = new RankingStatistics(decay);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (content.length < 6 || bytes.get() != LAYOUT) {
            throw new IllegalArgumentException("statistics of a ranker must have layout " + LAYOUT);
        }
        if (bytes.get() != Feature.VERSION || bytes.getInt() != N) {
            return statistics;
        }
        if (bytes.remaining() % ((1 + SIZE) * Long.BYTES) != 0) {
            throw new IllegalArgumentException("statistics of a ranker are cut off after " + content.length + " bytes");
        }
        while (bytes.hasRemaining()) {
            long period = bytes.getLong();
            long[] some = new long[SIZE];
            Arrays.setAll(some, i -> bytes.getLong());
            statistics.sums.put(period, some);
        }
        return statistics;
    }
}
