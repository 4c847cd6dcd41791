package dev.kindred.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.blend.Blend;
import dev.kindred.blend.WeightLearner;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.ranking.RankingStatistics;
import dev.kindred.ranking.StatisticsKey;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.RankerKind;
import dev.kindred.scenario.Ranking;
import dev.kindred.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LearnedModelsTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Scenario RANKED =
            Scenario.userBased(5, Excludes.USUAL).ranked(new Ranking(RankerKind.LEARNED, false, ""));
    private static final Scenario WEIGHED = RANKED.ranked(new Ranking(RankerKind.BLEND, true, ""));

    private final AtomicLong nowNs = new AtomicLong();
    private final LearningSettings settings = settings(Duration.ofDays(30), 1);
    private final LearnedModels models = new LearnedModels(settings, nowNs::get);

    private static LearningSettings settings(Duration halfLife, double share) {
        return new LearningSettings(true, 1, halfLife, INTERVAL, share);
    }

    /** Sums of lists whose users touched what they own already. */
    private void learn(LearningSettings by, int partition, int lists) {
        RankingStatistics statistics = new RankingStatistics(by.decay());
        FeatureMatrix candidates = new FeatureMatrix();
        candidates.begin(2);
        candidates.set(1, Feature.OWN, 1);
        for (int i = 0; i < lists; i++) {
            statistics.learn(candidates, 1, 0);
        }
        statistics
                .sums()
                .byPeriod()
                .forEach((period, sums) -> put(by.rankerKey(RANKED).in(period), partition, sums));
    }

    private void put(StatisticsKey key, int partition, long[] sums) {
        models.put(key.recordKey(partition), new StatisticsRow(key, partition, sums));
    }

    private double examples() {
        return models.linear(RANKED).examples();
    }

    @Test
    void addUpThePartitionsAndReplaceTheirSums() {
        learn(settings, 0, 100);
        learn(settings, 1, 30);
        learn(settings, 1, 40);

        assertThat(examples()).isEqualTo(280);
        // 140 touched of 140 owned, and a prior of 100 candidates: 140 / 240
        assertThat(models.linear(RANKED).weight(Feature.OWN)).isCloseTo(140.0 / 240, within(1e-9));
        assertThat(models.linear(RANKED).weight(Feature.BLEND)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void areComputedAnewOnceInAnInterval() {
        assertThat(examples()).isZero();
        learn(settings, 0, 10);
        assertThat(examples()).isZero();

        nowNs.addAndGet(INTERVAL.toNanos());
        assertThat(examples()).isEqualTo(20);

        models.remove(settings.rankerKey(RANKED).recordKey(0));
        assertThat(examples()).isEqualTo(20);
        nowNs.addAndGet(INTERVAL.toNanos());
        assertThat(examples()).isZero();
    }

    @Test
    void ignoreSumsWithAnotherMeaning() {
        learn(settings(Duration.ofDays(7), 1), 0, 10);
        StatisticsKey key = settings.rankerKey(RANKED);
        put(new StatisticsKey(key.kind(), key.list(), "features-0-3", key.halfLifeMs(), 0), 0, new long[] {1, 2, 3});
        put(new StatisticsKey(key.kind(), "default/b", key.basis(), key.halfLifeMs(), 0), 0, new long[465]);

        assertThat(examples()).isZero();
        assertThat(models.linear(RANKED).score(new FeatureMatrix(), new double[0]))
                .isFalse();
    }

    @Test
    void beginWithTheDefaultWeights() {
        Map<Strategy, Double> weights = models.weighed(WEIGHED, 0).weights();

        DefaultWeights.BLEND.forEach(
                (strategy, weight) -> assertThat(weights.get(strategy)).isCloseTo(weight, within(1e-9)));
        assertThat(models.weighed(RANKED, 0)).isSameAs(RANKED);
    }

    /** A thousand events whose item the pure sequence had on top; it is the last expert but for content. */
    private LearnedModels taught(double share) {
        LearnedModels taught = new LearnedModels(settings(Duration.ofDays(30), share), nowNs::get);
        WeightLearner learner = settings.weightLearner();
        ItemDictionary items = new ItemDictionary();
        int item = items.numberOf("tea");
        int other = items.numberOf("cup");
        Blend blend = new Blend(items);
        for (int i = 0; i < 1000; i++) {
            blend.clear();
            learner.everyStrategy()
                    .keySet()
                    .forEach(strategy -> blend.add(
                            strategy,
                            1,
                            new int[] {item, other},
                            strategy == Strategy.SEQUENCE_BASED ? new double[] {1, 0} : new double[] {0, 1},
                            2));
            learner.learn(blend, item, 3, 0);
        }
        learner.sums().byPeriod().forEach((period, sums) -> {
            StatisticsKey key = settings.weightsKey(WEIGHED, learner).in(period);
            taught.put(key.recordKey(0), new StatisticsRow(key, 0, sums));
        });
        return taught;
    }

    @Test
    void followTheStrategyThatIsRightAsFarAsTheyMay() {
        double free = taught(1).weighed(WEIGHED, 3).weight(Strategy.SEQUENCE_BASED);
        double half = taught(0.5).weighed(WEIGHED, 3).weight(Strategy.SEQUENCE_BASED);

        assertThat(free).isGreaterThan(0.5);
        assertThat(half).isCloseTo(free / 2, within(1e-9)); // it begins with none
        assertThat(taught(0).weighed(WEIGHED, 3).weights())
                .isEqualTo(models.weighed(WEIGHED, 3).weights());
        assertThat(taught(0.5).weighed(WEIGHED, 3).totalWeight()).isCloseTo(1, within(1e-9));
    }

    @Test
    void areDescribedByList() {
        learn(settings, 0, 10);

        List<LearnedList> described = models.describe(List.of(RANKED, WEIGHED));

        assertThat(described).extracting(LearnedList::kind).containsExactly("ranker", "weights");
        assertThat(described.get(0).examples()).isEqualTo(20);
        assertThat(described.get(0).weights().get(0).values())
                .hasSize(Feature.COUNT)
                .containsKey("own_recency");
        assertThat(described.get(1).weights())
                .extracting(LearnedList.Weights::items)
                .containsExactly(1, 2, 5, 20);
        assertThat(described.get(1).weights().get(0).values()).containsKeys("user-based", "content-based");
    }
}
