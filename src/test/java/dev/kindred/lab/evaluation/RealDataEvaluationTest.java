package dev.kindred.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.config.KindredConfig;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.evaluation.contenders.Models;
import dev.kindred.logs.EventLog;
import dev.kindred.logs.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The product predicts better than popularity. The test reads a public data set from the directory in the system property
 * {@code kindred.data}, or from beside the project, if it is there: its terms forbid to ship it with the project.
 */
final class RealDataEvaluationTest {

    private static final Path DATA = Path.of(System.getProperty("kindred.data", "../shared/data"));
    private static final int PREDICTIONS = 1000;

    @Test
    void beatsPopularityOnMovieLens() throws IOException {
        Path file = DATA.resolve("ml-100k/ratings.csv.gz");
        assumeTrue(Files.isReadable(file), "the data set is not here");
        Split split = Split.byTime(EventLog.read(file, LogFormat.AUTO).events(), 0.8);
        Evaluation evaluation = new Evaluation(
                Protocol.named("prequential", false), split, new EvaluationSettings(20, PREDICTIONS, List.of()));

        RunReport userBased = run(evaluation, "user-based");
        RunReport popular = run(evaluation, "popular");

        assertThat(userBased.interval("mrr").orElseThrow().low())
                .isGreaterThan(popular.interval("mrr").orElseThrow().high());
    }

    private static RunReport run(Evaluation evaluation, String strategy) {
        KindredConfig config = KindredConfig.of(Map.of("recommend.exclude", "seen"));
        ContenderSettings settings = Models.of(
                config.modelSettings().vector(),
                config.modelSettings().matrix(),
                config.modelSettings().similarity(),
                config.modelSettings().similarItems(),
                config.modelSettings().recommend());
        return evaluation.run(
                new Variant(strategy, Map.of()), Contenders.create(strategy, settings), () -> {}, prediction -> {});
    }
}
