package dev.kindred.config.scenarios;

import dev.kindred.onnx.OnnxModels;
import dev.kindred.ranking.OwnModel;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankerFallback;
import dev.kindred.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigException;

/** Opens the models of the scenarios in a file, and closes those of the file before it. Thread safe. */
public final class ScenarioModels implements AutoCloseable {

    private final OnnxModels models;

    /** @param observer receives why a list kept the order of its blend; safe for many threads */
    public ScenarioModels(Consumer<RankerFallback> observer) {
        models = new OnnxModels(observer);
    }

    /**
     * The scenarios with opened models. Lists of the scenarios before may still be in progress: from now on they keep the order of
     * their blend.
     *
     * @param file of the scenarios; paths of models begin in its directory
     * @throws ConfigException if a model cannot be used; the models before it stay open
     */
    public Scenarios open(Path file, Scenarios scenarios) {
        List<OwnModel> named = scenarios.all().stream()
                .flatMap(scenario -> scenario.models().stream())
                .map(model -> placed(model, file))
                .toList();
        try {
            Map<OwnModel, Ranker> opened = models.open(named);
            return named.isEmpty()
                    ? scenarios
                    : scenarios.opening(model -> model.openedAs(opened.getOrDefault(placed(model, file), Ranker.NONE)));
        } catch (IllegalArgumentException e) {
            ConfigException refused = new ConfigException(file + ": " + e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    private static OwnModel placed(OwnModel model, Path file) {
        return new OwnModel(file.toAbsolutePath().resolveSibling(model.file()).normalize(), model.budget());
    }

    /**
     * Reads a file of scenarios and opens its models once.
     *
     * @throws ConfigException if the file or a model cannot be used
     */
    public static void check(Path file) {
        try (ScenarioModels models = new ScenarioModels(reason -> {})) {
            models.open(file, ScenarioFile.read(file));
        }
    }

    @Override
    public void close() {
        models.close();
    }
}
