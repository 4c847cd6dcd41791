package dev.kindred.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.evaluation.contenders.Models;
import dev.kindred.lab.evaluation.metrics.Accuracy;
import dev.kindred.logs.EventLog;
import dev.kindred.logs.ItemReader;
import dev.kindred.logs.LogFormat;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Interaction;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With step 1, no half-lives and no caps, all figures follow the definitions. The golden files come from
 * {@code golden.py} beside them, which does not use this project.
 */
final class GoldenEvaluationTest {

    private static final int K = 5;
    private static final int UNCAPPED = 1000;

    @ParameterizedTest
    @CsvSource({
        "prequential, user-based, seen",
        "prequential, popular, seen",
        "prequential, recent, seen",
        "prequential, item-based-last-click, seen",
        "next-item, user-based,",
        "next-item, popular,",
        "next-item, recent,",
        "next-item, item-based-last-click,",
        "leave-out, user-based, seen",
        "leave-out, popular, seen",
        "leave-out, recent, seen",
        "leave-out, item-based-last-click, seen"
    })
    void matchesTheReference(String protocol, String strategy, @Nullable String exclude) throws Exception {
        Split split = new Split(events("train.csv"), events("test.csv"));
        EvaluationSettings settings =
                new EvaluationSettings(K, Long.MAX_VALUE, ItemReader.readAll(file("items.csv"), 0));
        ContenderSettings model = textbook(Excludes.of(exclude == null ? List.of() : List.of(exclude)));

        RunReport report = new Evaluation(Protocol.named(protocol, false), split, settings)
                .run(new Variant(strategy, Map.of()), Contenders.create(strategy, model), () -> {}, prediction -> {});

        Map<String, Double> actual = figures(report);
        Map<String, Double> golden = golden(protocol, strategy);
        assertThat(actual.keySet()).containsAll(golden.keySet());
        golden.forEach((figure, value) ->
                assertThat(actual.getOrDefault(figure, -1.0)).as(figure).isCloseTo(value, within(1e-8)));
    }

    private static ContenderSettings textbook(Excludes excludes) {
        return Models.of(
                new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, UNCAPPED, 0),
                new MatrixSettings(UNCAPPED, UNCAPPED, Decay.NONE, Decay.NONE),
                new SimilaritySettings(UNCAPPED, UNCAPPED, 0),
                new SimilarItemsSettings(UNCAPPED),
                new RecommendSettings(K, excludes, 0));
    }

    private static List<Interaction> events(String name) throws Exception {
        return EventLog.read(file(name), LogFormat.CSV).events();
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenEvaluationTest.class.getResource("/evaluation/" + name))
                .toURI());
    }

    private static Map<String, Double> golden(String protocol, String strategy) throws IOException, URISyntaxException {
        Map<String, Double> golden = new TreeMap<>();
        Files.readAllLines(file("figures.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals(protocol) && row[1].equals(strategy))
                .forEach(row -> golden.put(row[2], Double.valueOf(row[3])));
        assertThat(golden).hasSizeGreaterThan(30);
        return golden;
    }

    private static Map<String, Double> figures(RunReport report) {
        Map<String, Double> figures = new TreeMap<>();
        add("", report.accuracy(), figures);
        report.slices().forEach((name, accuracy) -> add(name + ".", accuracy, figures));
        figures.put("users", (double) report.beyondAccuracy().users());
        figures.put("items", (double) report.beyondAccuracy().items());
        figures.put("coverage", report.beyondAccuracy().coverage());
        figures.put("gini", report.beyondAccuracy().gini());
        figures.put("novelty", report.beyondAccuracy().novelty());
        figures.put("diversity", report.beyondAccuracy().diversity().orElseThrow());
        return figures;
    }

    private static void add(String prefix, Accuracy accuracy, Map<String, Double> figures) {
        figures.put(prefix + "predictions", (double) accuracy.predictions());
        accuracy.means().forEach((metric, mean) -> figures.put(prefix + metric, mean));
    }
}
