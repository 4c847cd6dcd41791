package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.export.Lines;
import dev.kindred.export.WholeFile;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.logs.ItemReader;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.offline.ExampleFile;
import dev.kindred.offline.OfflineShop;
import dev.kindred.offline.ShownExamples;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import dev.kindred.text.LuceneTokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes examples to train a ranker elsewhere. */
@Command(
        name = "examples",
        description = {
            "Writes the candidates of lists as CSV, to train a model for 'ranker: onnx': features, label and propensity. It reads"
                    + " the events and the catalog from their topics, once and from the start, or from files, and computes the"
                    + " lists as the stream did, so the features are those of the moment.",
            "Labels:",
            "  next   the candidates of the list before an event; 1 for the item of the event",
            "  shown  the items of a list that the shopper was shown; 1 if the shopper touched the item after that"
        },
        footer = {
            "",
            "The file names neither shoppers nor items. It needs memory for the model and about 300 bytes per event.",
            "",
            "Examples:",
            "  kindred export examples --config kindred.properties --scenario home --output examples.csv.gz",
            "  kindred export examples --data events.csv --items items.csv --split 0.8 --sample 5 --output examples.csv"
        })
final class ExportExamplesCommand implements Callable<Integer> {

    /** The meaning of a label. */
    private enum Labels {
        NEXT,
        SHOWN
    }

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "A recorded log, instead of the topic of events. It has no lists that were shown.")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private LogFileOptions log = new LogFileOptions();

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description = "With --data: the catalog, in a form that 'items import' reads.")
    private Optional<Path> items = Optional.empty();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "The scenario whose candidates are written, and of whose lists with labels shown. Default: a scenario"
                            + " without keys, and all lists.")
    private Optional<String> scenarioName = Optional.empty();

    @Option(
            names = "--labels",
            description = "next or shown. Default: shown where feedback.enabled is set, else next; next with --data.")
    private Optional<String> labelsName = Optional.empty();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "With labels next: lists before one event in N. Default: ${DEFAULT-VALUE}.")
    private int sample = 1;

    @Option(
            names = "--split",
            paramLabel = "SHARE",
            description =
                    "Only the first fraction of the events, as in 'evaluate', which measures on the rest. Default: all.")
    private double split = 1;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "Output file; compressed with gzip if the name ends in .gz.")
    private Path output = Path.of("");

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        KindredConfig config = options.load();
        Labels labels = labels(config);
        checkOptions();
        Scenario scenario = scenario(config);
        ShopHistory history = data.isPresent()
                ? ShopHistory.ofLog(log.read("--data", data.get(), config.intakeSettings()), catalog())
                : ShopHistory.ofTopics(config);
        try (Lines lines = WholeFile.create(output, force)) {
            ExampleFile file = new ExampleFile(lines);
            write(history, scenario, labels, config, file);
            if (file.lists() == 0) {
                throw new CommandException(
                        "there is no example among " + history.events().size() + " events: "
                                + (labels == Labels.SHOWN
                                        ? "no list was shown that names its id; choose --labels next"
                                        : "no event was a candidate of the list before it"));
            }
            lines.complete();
            spec.commandLine()
                    .getErr()
                    .println(String.format(
                            Locale.ROOT,
                            "wrote %,d candidates of %,d lists from %,d events",
                            file.rows(),
                            file.lists(),
                            history.events().size()));
        } catch (IOException e) {
            throw OutputOptions.unwritable(output.toString(), e);
        } catch (UncheckedIOException e) {
            throw OutputOptions.unwritable(output.toString(), Objects.requireNonNull(e.getCause(), "no cause"));
        }
        return ExitCode.OK;
    }

    private void write(ShopHistory history, Scenario scenario, Labels labels, KindredConfig config, ExampleFile file) {
        OfflineShop shop = new OfflineShop(
                scenario, config.modelSettings(), new LuceneTokenizer(config.language()), history.items());
        FeedbackSettings feedback = config.feedbackSettings();
        ShownExamples shown = new ShownExamples(
                shop,
                feedback,
                origin -> scenarioName.isEmpty() || origin.scenario().equals(scenario.name()),
                file);
        long count = Math.round(split * history.events().size());
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), "events", count)) {
            for (ShopHistory.Arrived arrived : history.events().subList(0, (int) count)) {
                Interaction event = arrived.event();
                if (labels == Labels.SHOWN) {
                    shown.add(event, arrived.arrivedMs());
                } else if (event.type().isTouch() && LearningSettings.isSampled(event, sample) && shop.hasList(event)) {
                    shop.learnOrder(file, event);
                }
                learn(event, shop);
                progress.step();
            }
        }
        shown.end();
    }

    /** A repeat changes nothing, as in the stream. */
    private static void learn(Interaction event, OfflineShop shop) {
        boolean isRepeat = event.eventId()
                .filter(shop.model().user(event.userId()).vector()::remembers)
                .isPresent();
        if (event.type().isTouch() && !isRepeat) {
            shop.model().learn(event);
        }
    }

    private void checkOptions() {
        if (sample < 1) {
            throw wrong("--sample must be positive, got " + sample);
        }
        if (!(split > 0 && split <= 1)) {
            throw wrong("--split must be in (0, 1], got " + split);
        }
        if (items.isPresent() && data.isEmpty()) {
            throw wrong("--items needs --data: without it the catalog comes from the topic of items");
        }
    }

    private Labels labels(KindredConfig config) {
        String name =
                labelsName.orElse(data.isEmpty() && config.feedbackSettings().enabled() ? "shown" : "next");
        Labels labels = switch (name) {
            case "next" -> Labels.NEXT;
            case "shown" -> Labels.SHOWN;
            default -> throw wrong("--labels must be next or shown, got " + name);
        };
        if (labels == Labels.SHOWN && data.isPresent()) {
            throw wrong("--labels shown needs the topic of events: remove --data, or choose --labels next");
        }
        return labels;
    }

    private Scenario scenario(KindredConfig config) {
        Scenario builtIn = config.modelSettings().recommend().defaultScenario();
        if (scenarioName.isEmpty()) {
            return ScenarioFile.usual(Scenario.DEFAULT).excluding(builtIn.excludes());
        }
        Scenarios scenarios = config.scenariosFile()
                .map(ScenarioFile::read)
                .orElseGet(ScenarioFile::examples)
                .withDefault(builtIn);
        return scenarios
                .find(scenarioName.get())
                .orElseThrow(() -> wrong("--scenario: there is no scenario " + scenarioName.get() + "; choose from "
                        + String.join(", ", scenarios.names())));
    }

    private List<Item> catalog() {
        try {
            return items.isPresent() ? ItemReader.readAll(items.get(), 0) : List.of();
        } catch (IOException e) {
            throw FileFailure.of("--items", items.orElse(Path.of("")), e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
