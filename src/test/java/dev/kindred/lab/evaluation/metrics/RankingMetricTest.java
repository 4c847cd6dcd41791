package dev.kindred.lab.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.testing.RandomTest;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RankingMetricTest {

    private static final double EXACT = 1e-12;

    /** Right items at ranks 2 and 5 of five; three are right. */
    private final Hits twoOfThree = Hits.of(List.of("a", "b", "c", "d", "e"), Set.of("b", "e", "z"), 5);

    private final Hits none = Hits.of(List.of("a", "b"), Set.of("z"), 5);

    @Test
    void hitsAreTheRanksOfRightItemsUpToK() {
        assertThat(twoOfThree.ranks()).containsExactly(2, 5);
        assertThat(Hits.of(List.of("a", "b", "c"), Set.of("a", "c"), 2).ranks()).containsExactly(1);
    }

    @Test
    void hitsNeedARightItem() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hits.of(List.of("a"), Set.of(), 5));
    }

    @Test
    void hitRateIsOneForAnyHit() {
        assertThat(RankingMetric.HIT_RATE.of(twoOfThree)).isEqualTo(1);
    }

    @Test
    void reciprocalRankIsThatOfTheFirstHit() {
        assertThat(RankingMetric.RECIPROCAL_RANK.of(twoOfThree)).isEqualTo(0.5);
    }

    @Test
    void ndcgComparesWithTheIdealList() {
        // (1/log2(3) + 1/log2(6)) / (1/log2(2) + 1/log2(3) + 1/log2(4))
        double gain = 0.6309297535714575 + 0.38685280723454163;
        double ideal = 1 + 0.6309297535714575 + 0.5;

        assertThat(RankingMetric.NDCG.of(twoOfThree)).isCloseTo(gain / ideal, within(EXACT));
    }

    @Test
    void idealListIsNoLongerThanK() {
        Hits full = Hits.of(List.of("a", "b"), Set.of("a", "b", "c", "d"), 2);

        assertThat(RankingMetric.NDCG.of(full)).isEqualTo(1);
        assertThat(RankingMetric.AVERAGE_PRECISION.of(full)).isEqualTo(1);
        assertThat(RankingMetric.RECALL.of(full)).isEqualTo(0.5);
    }

    @Test
    void recallCountsAllRightItems() {
        assertThat(RankingMetric.RECALL.of(twoOfThree)).isCloseTo(2.0 / 3, within(EXACT));
    }

    @Test
    void precisionCountsEmptyPlacesAsWrong() {
        assertThat(RankingMetric.PRECISION.of(twoOfThree)).isEqualTo(0.4);
        assertThat(RankingMetric.PRECISION.of(Hits.of(List.of("a"), Set.of("a"), 5)))
                .isEqualTo(0.2);
    }

    @Test
    void averagePrecisionIsTheMeanOverRightItems() {
        // (1/2 + 2/5 + 0) / 3
        assertThat(RankingMetric.AVERAGE_PRECISION.of(twoOfThree)).isCloseTo(0.3, within(EXACT));
    }

    @Test
    void allAreZeroWithoutHits() {
        assertThat(RankingMetric.ALL).allMatch(metric -> metric.of(none) == 0);
    }

    @RandomTest
    void allLieBetweenZeroAndOne(RandomGenerator random) {
        for (int i = 0; i < 200; i++) {
            Hits hits = randomHits(random);

            assertThat(RankingMetric.ALL)
                    .allSatisfy(metric ->
                            assertThat(metric.of(hits)).as(metric.name()).isBetween(0.0, 1 + EXACT));
        }
    }

    @RandomTest
    void noMetricRewardsALowerHit(RandomGenerator random) {
        for (int i = 0; i < 200; i++) {
            Hits hits = randomHits(random);
            List<Integer> further = hits.ranks().stream().map(rank -> rank + 1).toList();
            Hits lower = new Hits(further, hits.relevant(), hits.k() + 1);
            Hits higher = new Hits(hits.ranks(), hits.relevant(), hits.k() + 1);

            assertThat(RankingMetric.ALL).allMatch(metric -> metric.of(lower) <= metric.of(higher) + EXACT);
        }
    }

    private static Hits randomHits(RandomGenerator random) {
        int k = random.nextInt(1, 30);
        List<Integer> ranks = IntStream.rangeClosed(1, k)
                .filter(rank -> random.nextInt(4) == 0)
                .boxed()
                .toList();
        return new Hits(ranks, Math.max(1, ranks.size() + random.nextInt(5)), k);
    }
}
