package dev.kindred.lab.evaluation.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.lab.evaluation.Protocol;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Models;
import dev.kindred.lab.evaluation.metrics.RankingMetric;
import dev.kindred.lab.evaluation.metrics.UserBootstrap.Interval;
import dev.kindred.model.Interaction;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class TunerTest {

    private static final Tuner.Settings SETTINGS = new Tuner.Settings("user-based", 9, 5, "mrr", 10, 200);

    /** Only the number of neighbors has an effect here. */
    private static ContenderSettings model(Map<String, String> special) {
        ModelSettings base = Models.fading(10, Excludes.of(List.of("seen"))).model();
        int neighbors = Integer.parseInt(special.getOrDefault("similarity.neighbors", "1"));
        return Models.of(
                base.vector(),
                base.matrix(),
                new SimilaritySettings(300, neighbors, 0),
                base.similarItems(),
                base.recommend());
    }

    private static Tuner.Report tune(List<Interaction> events) {
        return new Tuner(Protocol.named("prequential", false), events, SETTINGS, SearchSpace.all(), TunerTest::model)
                .run(() -> {});
    }

    @RandomTest
    void isNeverWorseThanTheConfiguredSettings(RandomGenerator random) {
        Tuner.Report report = tune(Streams.random(random, 600, 20, 30));

        assertThat(report.best().accuracy().of("mrr"))
                .isGreaterThanOrEqualTo(report.configured().accuracy().of("mrr"));
        assertThat(report.configured().variant().settings()).isEmpty();
        assertThat(report.trials()).isEqualTo(12); // 3 near the best
    }

    @RandomTest
    void repeats(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 20, 30);

        Tuner.Report once = tune(events);
        Tuner.Report again = tune(events);

        assertThat(again.best().variant()).isEqualTo(once.best().variant());
        assertThat(again.best().accuracy()).isEqualTo(once.best().accuracy());
    }

    @Test
    void validatesOnTheLastTenth() {
        Tuner.Report report = tune(Streams.random(new SplittableRandom(1), 300, 20, 30));

        assertThat(report.trainingEvents()).isEqualTo(270);
        assertThat(report.validationEvents()).isEqualTo(30);
        assertThat(report.best().accuracy().predictions()).isEqualTo(30);
    }

    private static List<Gain.Figure> figures(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> new Gain.Figure("alice", value))
                .toList();
    }

    @Test
    void measuresTheGainOnWhatTheSearchDidNotSee() {
        Gain ofWhatItSaw = Gain.between(figures(0, 0, 0, 0), figures(1, 1, 0, 0), 2, RankingMetric.HIT_RATE);
        Gain ofTheRest = Gain.between(figures(0, 0, 0, 0), figures(0, 0, 1, 1), 2, RankingMetric.HIT_RATE);

        assertThat(ofWhatItSaw.mean()).isZero();
        assertThat(ofWhatItSaw.mayBeChance()).isTrue();
        assertThat(ofTheRest).isEqualTo(new Gain(1, new Interval(1, 1), 2));
        assertThat(ofTheRest.mayBeChance()).isFalse();
        assertThat(tune(Streams.random(new SplittableRandom(1), 600, 20, 30))
                        .gain()
                        .predictions())
                .isEqualTo(30);
    }

    @Test
    void hasNoGainWithoutBetterSettings() {
        Tuner.Settings one = new Tuner.Settings("user-based", 1, 5, "mrr", 10, 200);
        Tuner.Report report = new Tuner(
                        Protocol.named("prequential", false),
                        Streams.random(new SplittableRandom(1), 300, 20, 30),
                        one,
                        SearchSpace.all(),
                        TunerTest::model)
                .run(() -> {});

        assertThat(report.hasImproved()).isFalse();
        assertThat(report.gain().mean()).isZero();
        assertThat(report.gain().mayBeChance()).isTrue();
    }

    @Test
    void refusesAnUnknownMetric() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tuner.Settings("user-based", 1, 1, "auc", 10, 10))
                .withMessageContainingAll("auc", "hr", "mrr", "ndcg");
    }
}
