package dev.kindred.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class LinearRankerTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final long DAY_MS = 86_400_000;
    private static final int CANDIDATES = 6;

    /** A list: its candidates, the one that was touched, and the time. */
    private record Outcome(FeatureMatrix candidates, int touched, long timestampMs) {}

    private static FeatureMatrix matrix(RandomGenerator random) {
        FeatureMatrix matrix = new FeatureMatrix();
        matrix.begin(CANDIDATES);
        for (int row = 0; row < CANDIDATES; row++) {
            for (Feature feature : Feature.values()) {
                matrix.set(row, feature, random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1));
            }
        }
        return matrix;
    }

    private static List<Outcome> outcomes(int count, RandomGenerator random) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(new Outcome(matrix(random), random.nextInt(-1, CANDIDATES), random.nextLong(400 * DAY_MS)));
        }
        return outcomes;
    }

    private static RankingStatistics learned(List<Outcome> outcomes) {
        RankingStatistics statistics = new RankingStatistics(MONTH);
        outcomes.forEach(outcome -> statistics.learn(outcome.candidates(), outcome.touched(), outcome.timestampMs()));
        return statistics;
    }

    /** Partitions, threads, instances and restarts are ways to divide the events and to order them. */
    @RandomTest
    void learnsTheSameHoweverTheEventsAreDividedAndOrdered(RandomGenerator random) {
        List<Outcome> outcomes = outcomes(60, random);
        List<Outcome> shuffled = new ArrayList<>(outcomes);
        Collections.shuffle(shuffled, new Random(random.nextLong()));

        List<RankingStatistics> parts = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); from += 7) {
            parts.add(learned(shuffled.subList(from, Math.min(shuffled.size(), from + 7))));
        }
        Collections.shuffle(parts, new Random(random.nextLong()));
        RankingStatistics sum = new RankingStatistics(MONTH);
        parts.forEach(sum::add);

        assertThat(sum.sums().byPeriod())
                .usingRecursiveComparison()
                .isEqualTo(learned(outcomes).sums().byPeriod());
        assertThat(new LinearRanker(sum).weights()).isEqualTo(new LinearRanker(learned(outcomes)).weights());
    }

    /** The slow twin multiplies (λI + A) by the weights, with sums in the order of the events. */
    @RandomTest
    void solvesTheEquationsOfRidgeRegression(RandomGenerator random) {
        List<Outcome> outcomes = outcomes(40, random).stream()
                .map(outcome -> new Outcome(outcome.candidates(), outcome.touched(), 0))
                .toList();

        double[] weights = new LinearRanker(learned(outcomes)).weights();

        double[] left = Arrays.stream(weights).map(w -> 100 * w).toArray();
        double[] right = new double[Feature.COUNT];
        right[Feature.BLEND.column()] = 100 * 0.1;
        for (Outcome outcome : outcomes) {
            for (int row = 0; row < CANDIDATES; row++) {
                double[] x = rounded(outcome.candidates(), row);
                double predicted = 0;
                for (int i = 0; i < x.length; i++) {
                    predicted += x[i] * weights[i];
                }
                for (int i = 0; i < x.length; i++) {
                    left[i] += x[i] * predicted;
                    right[i] += row == outcome.touched() ? x[i] : 0;
                }
            }
        }
        assertThat(left).usingComparatorWithPrecision(1e-9).containsExactly(right);
    }

    private static double[] rounded(FeatureMatrix matrix, int row) {
        return Arrays.stream(Feature.values())
                .mapToDouble(feature -> Math.round(matrix.get(row, feature) * 1024) / 1024.0)
                .toArray();
    }

    /** After a half-life, what was learned before counts half as much. */
    @RandomTest
    void forgetsByTheHalfLife(RandomGenerator random) {
        List<Outcome> early = outcomes(5, random).stream()
                .map(outcome -> new Outcome(outcome.candidates(), outcome.touched(), 0))
                .toList();
        Outcome late = new Outcome(matrix(random), 0, 30 * DAY_MS);

        RankingStatistics statistics = learned(early);
        statistics.learn(late.candidates(), late.touched(), late.timestampMs());

        assertThat(statistics.examples()).isEqualTo(CANDIDATES + 5 * CANDIDATES / 2.0);
    }

    @Test
    void keepsTheOrderOfTheBlendBeforeItHasLearned() {
        LinearRanker ranker = new LinearRanker(new RankingStatistics(MONTH));

        assertThat(ranker.score(matrix(new Random(1)), new double[CANDIDATES])).isFalse();
    }

    @RandomTest
    void putsFirstWhatUsersTouch(RandomGenerator random) {
        List<Outcome> outcomes = outcomes(300, random).stream()
                .map(outcome -> new Outcome(outcome.candidates(), greatest(outcome.candidates()), 0))
                .toList();
        LinearRanker ranker = new LinearRanker(learned(outcomes));
        FeatureMatrix list = matrix(random);
        list.set(3, Feature.OWN, 2);
        double[] scores = new double[CANDIDATES];

        assertThat(ranker.score(list, scores)).isTrue();

        assertThat(scores[3]).isEqualTo(Arrays.stream(scores).max().orElseThrow());
        assertThat(ranker.parts(list, 3).values().stream()
                        .mapToDouble(part -> part)
                        .sum())
                .isCloseTo(scores[3], within(1e-9));
    }

    private static int greatest(FeatureMatrix candidates) {
        int greatest = 0;
        for (int row = 1; row < candidates.rows(); row++) {
            greatest = candidates.get(row, Feature.OWN) > candidates.get(greatest, Feature.OWN) ? row : greatest;
        }
        return greatest;
    }
}
