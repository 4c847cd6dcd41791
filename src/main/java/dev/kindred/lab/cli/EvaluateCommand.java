package dev.kindred.lab.cli;

import dev.kindred.cli.CommandException;
import dev.kindred.cli.ConfigOptions;
import dev.kindred.cli.FileFailure;
import dev.kindred.lab.evaluation.Evaluation;
import dev.kindred.lab.evaluation.EvaluationReport;
import dev.kindred.lab.evaluation.EvaluationSettings;
import dev.kindred.lab.evaluation.PredictionLog;
import dev.kindred.lab.evaluation.Protocol;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.Split;
import dev.kindred.lab.evaluation.Variant;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.logs.ItemReader;
import dev.kindred.model.Item;
import dev.kindred.model.Require;
import dev.kindred.model.Strategy;
import dev.kindred.onnx.OnnxModels;
import dev.kindred.ranking.OwnModel;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankerFallback;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Measures the quality of lists. */
@Command(
        name = "evaluate",
        description = {
            "Measures on a recorded log how well lists predict the next items. Needs no broker. Protocols:",
            "  prequential  for every event after the split: request the user's list, score it, then learn the event",
            "  next-item    learn the training; after each test event, predict the item of the user's next one",
            "  leave-out    learn the training; score one list per test user against all of the user's test items",
            "  off-policy   what other policies would have earned, from choices logged with their propensities"
        },
        footer = {
            "",
            "Examples:",
            "  kindred evaluate --data ratings.csv.gz --protocol prequential --exclude seen",
            "  kindred evaluate --train train.csv.gz --test test.csv.gz --protocol next-item --json",
            "  kindred evaluate --data events.csv --protocol prequential --strategy user-based,popular",
            "  kindred evaluate --data events.csv --protocol prequential --strategy blend --weights"
                    + " user-based=0.6,item-based=0.3,popular=0.1",
            "  kindred evaluate --data events.csv --protocol prequential --strategy blend --weights auto",
            "  kindred evaluate --data events.csv --protocol leave-out --grid similarity.neighbors=50,100,200",
            "  kindred evaluate --protocol off-policy --format open-bandit --log obd/"
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final String AUTO = "auto";
    private static final Duration UNHURRIED =
            Duration.ofMinutes(1); // figures must not depend on the load of the machine

    @Mixin
    private LogOptions logs = new LogOptions();

    @Option(names = "--test", paramLabel = "FILE", description = "A log of the test alone; requires --train.")
    private Optional<Path> test = Optional.empty();

    @Option(names = "--protocol", required = true, description = "prequential, next-item, leave-out or off-policy.")
    private String protocolName = "";

    @Option(
            names = "--learn",
            description = "With next-item: the whole model learns from test events, not only their own user.")
    private boolean learns;

    @Option(names = "--k", description = "The length of lists. Default: ${DEFAULT-VALUE}.")
    private int k = 20;

    @Option(
            names = "--strategy",
            split = ",",
            description = "One or more of user-based, sequence-based, item-based, content-based, popular, recent,"
                    + " item-based-last-click, blend, learned-ranker. Default: user-based.")
    private List<String> strategies = List.of(Contenders.USER_BASED);

    @Option(
            names = "--weights",
            paramLabel = "auto|STRATEGY=WEIGHT,...",
            description = "Relative weights of the strategies in the blend: user-based, sequence-based, item-based,"
                    + " content-based, trending and popular; auto learns them from the events, in the test too where"
                    + " the model learns there. Default: the weights of a scenario without weights.")
    private String weights = "";

    @Option(
            names = "--grid",
            paramLabel = "KEY=VALUE,VALUE",
            description = "Compares these values of a setting. Repeat it for more settings: all combinations run.")
    private Map<String, String> grid = new LinkedHashMap<>();

    @Option(
            names = "--exclude",
            description = "Replaces recommend.exclude: current, purchased, disliked, seen or none, several separated by"
                    + " commas. Default: none with next-item, the setting with prequential; leave-out always excludes"
                    + " the user's training items.")
    private Optional<String> exclude = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "The greatest number of predictions per run.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description = "A catalog, in a form that 'items import' reads: for the diversity of lists and as input of"
                    + " content-based and the blend.")
    private Optional<Path> items = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "FILE.onnx",
            description =
                    "A model that puts the candidates of the blend into order, as in a scenario with ranker: onnx.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--json", description = "Prints one JSON object instead of a table.")
    private boolean json;

    @Option(names = "--per-event", paramLabel = "FILE", description = "Writes every prediction to this file, as CSV.")
    private Optional<Path> perEvent = Optional.empty();

    @Mixin
    private OffPolicyOptions offPolicy = new OffPolicyOptions();

    @Mixin
    private PlotOption plot = new PlotOption();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    private final Map<RankerFallback, Long> fallbacks = new ConcurrentHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (protocolName.equals(OffPolicyOptions.PROTOCOL)) {
            offPolicy.run(logs, json, spec.commandLine().getOut());
            return ExitCode.OK;
        }
        checkOptions();
        Protocol protocol = logs.protocol(protocolName, learns);
        try (OnnxModels own = new OnnxModels(fallback -> fallbacks.merge(fallback, 1L, Long::sum))) {
            return evaluate(protocol, catalog(), ranker(own));
        } finally {
            fallbacks.forEach((reason, lists) -> spec.commandLine()
                    .getErr()
                    .println(String.format(
                            Locale.ROOT, "%,d lists kept the order of the blend: %s", lists, reason.name())));
        }
    }

    private Ranker ranker(OnnxModels own) {
        try {
            List<OwnModel> named =
                    model.stream().map(file -> new OwnModel(file, UNHURRIED)).toList();
            return own.open(named).values().stream().findFirst().orElse(Ranker.NONE);
        } catch (IllegalArgumentException e) {
            throw new CommandException("--model: " + e.getMessage(), e);
        }
    }

    private Integer evaluate(Protocol protocol, List<Item> catalog, Ranker ranker) throws IOException {
        ModelOptions models = new ModelOptions(options, k, protocol.exclusions(exclude), catalog, weights(), ranker);
        Map<Variant, ContenderSettings> variants = variants(models);
        Split split = split();
        EvaluationSettings settings = new EvaluationSettings(k, limit, catalog);
        Evaluation evaluation = new Evaluation(protocol, split, settings);
        List<RunReport> runs =
                run(new Comparison(evaluation, variants, spec.commandLine().getErr()));
        EvaluationReport report = new EvaluationReport(
                protocol.name(),
                k,
                exclusions(variants),
                split.training().size(),
                split.test().size(),
                runs);
        print(report);
        plot.draw(new EvaluationPlot(report).figure());
        return ExitCode.OK;
    }

    /** Empty if they are learned. */
    private Map<Strategy, Double> weights() {
        if (weights.isEmpty() || weights.equals(AUTO)) {
            return weights.isEmpty() ? DefaultWeights.BLEND : Map.of();
        }
        try {
            Map<Strategy, Double> byStrategy = new EnumMap<>(Strategy.class);
            for (String pair : weights.split(",", -1)) {
                int sign = pair.indexOf('=');
                Require.that(sign > 0, "expected auto, or STRATEGY=WEIGHT for each strategy", pair);
                byStrategy.put(
                        new StrategyConverter().convert(pair.substring(0, sign)),
                        Double.parseDouble(pair.substring(sign + 1)));
            }
            return Scenario.checkedWeights(byStrategy);
        } catch (IllegalArgumentException | TypeConversionException e) {
            throw logs.wrong("--weights: " + e.getMessage());
        }
    }

    private void checkOptions() {
        if (k < 1 || limit < 1) {
            throw logs.wrong("--k and --limit must be positive");
        }
        offPolicy.checkAbsent(logs);
        if (strategies.contains(Contenders.CONTENT_BASED) && items.isEmpty()) {
            throw logs.wrong("--strategy " + Contenders.CONTENT_BASED + " needs --items FILE");
        }
    }

    private Map<Variant, ContenderSettings> variants(ModelOptions models) {
        Map<Variant, ContenderSettings> variants = new LinkedHashMap<>();
        for (String strategy : strategies) {
            logs.checkStrategy(strategy);
            Grid.combinations(grid)
                    .forEach(special -> variants.put(new Variant(strategy, special), models.with(special)));
        }
        return variants;
    }

    private Split split() {
        if (logs.data().isPresent() && logs.train().isEmpty() && test.isEmpty()) {
            return Split.byTime(
                    logs.read("--data", logs.data().get(), options.load().intakeSettings()), logs.split());
        }
        if (logs.data().isEmpty() && logs.train().isPresent() && test.isPresent()) {
            return new Split(
                    logs.read("--train", logs.train().get(), options.load().intakeSettings()),
                    logs.read("--test", test.get(), options.load().intakeSettings()));
        }
        throw logs.wrong("give either --data FILE or --train FILE --test FILE");
    }

    private List<Item> catalog() {
        try {
            return items.isPresent() ? ItemReader.readAll(items.get(), 0) : List.of();
        } catch (IOException e) {
            throw FileFailure.of("--items", items.orElse(Path.of("")), e);
        }
    }

    private List<RunReport> run(Comparison comparison) {
        try (PredictionLog predictions = PredictionLog.to(perEvent)) {
            List<RunReport> runs = comparison.run(predictions);
            requirePredictions(runs);
            return runs;
        } catch (IOException e) {
            throw FileFailure.of("--per-event", perEvent.orElse(Path.of("")), e);
        }
    }

    private static void requirePredictions(List<RunReport> runs) {
        if (runs.get(0).accuracy().predictions() == 0) {
            throw new CommandException(
                    "the test has nothing to predict with this protocol; next-item needs a user with two test"
                            + " events: choose another --protocol, --split or test");
        }
    }

    private static String exclusions(Map<Variant, ContenderSettings> variants) {
        return variants.values().iterator().next().exclusions();
    }

    private void print(EvaluationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new EvaluationJson(report).toJson());
        } else {
            new EvaluationTable(report).print(out);
        }
        out.flush();
    }
}
