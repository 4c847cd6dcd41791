package dev.kindred.config.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankerFallback;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioModelsTest {

    private final List<RankerFallback> fallbacks = new ArrayList<>();
    private final ScenarioModels models = new ScenarioModels(fallbacks::add);
    private final Path directory;
    private final Path file;

    ScenarioModelsTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("scenarios.yaml");
    }

    @AfterEach
    void close() {
        models.close();
    }

    private void model(String name) throws IOException {
        try (InputStream model =
                Objects.requireNonNull(ScenarioModelsTest.class.getResourceAsStream("/ranking/" + name), name)) {
            Files.write(directory.resolve(name), model.readAllBytes());
        }
    }

    private void write(String model, int k) throws IOException {
        Files.writeString(
                file, "scenarios: {home: {k: %d, ranker: onnx, model: %s, model-budget: 60000}}".formatted(k, model));
    }

    private static Ranker ranker(Scenarios scenarios) {
        return scenarios.find("home").orElseThrow().ranking().ownRanker();
    }

    private static boolean scores(Ranker ranker) {
        FeatureMatrix two = new FeatureMatrix();
        two.begin(2);
        return ranker.score(two, new double[2]);
    }

    @Test
    void opensTheModelBesideTheFileAndClosesTheFormerOne() throws IOException {
        model("own.onnx");
        write("own.onnx", 3);
        ReloadableFile<Scenarios> reloadable =
                ScenarioFile.reloadable(file, Scenario.userBased(20, Excludes.USUAL), true, models);
        Ranker former = ranker(reloadable.latest());
        assertThat(scores(former)).isTrue();

        write("own.onnx", 13);
        assertThat(reloadable.refresh()).isTrue();

        assertThat(scores(ranker(reloadable.latest()))).isTrue();
        assertThat(scores(former)).isFalse();
        assertThat(fallbacks).isEmpty();
    }

    @Test
    void keepsTheFormerScenariosWhereAModelCannotBeUsed() throws IOException {
        model("own.onnx");
        model("other-width.onnx");
        write("own.onnx", 3);
        ReloadableFile<Scenarios> reloadable =
                ScenarioFile.reloadable(file, Scenario.userBased(20, Excludes.USUAL), true, models);

        write("other-width.onnx", 3);
        assertThat(reloadable.refresh()).isFalse();

        assertThat(reloadable.reading().error().orElseThrow())
                .contains("scenarios.yaml: model ", "other-width.onnx must have one input");
        assertThat(scores(ranker(reloadable.latest()))).isTrue();
    }

    @Test
    void aCheckOpensTheModel() throws IOException {
        write("absent.onnx", 3);

        assertThatThrownBy(() -> ScenarioModels.check(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(directory.resolve("absent.onnx") + " cannot be read");
    }
}
