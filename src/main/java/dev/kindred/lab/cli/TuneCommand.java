package dev.kindred.lab.cli;

import dev.kindred.cli.ConfigOptions;
import dev.kindred.cli.ProgressLine;
import dev.kindred.lab.evaluation.Protocol;
import dev.kindred.lab.evaluation.Split;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.evaluation.metrics.RankingMetric;
import dev.kindred.lab.evaluation.tuning.SearchSpace;
import dev.kindred.lab.evaluation.tuning.Tuner;
import dev.kindred.model.Interaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches better settings. */
@Command(
        name = "tune",
        description =
                "Searches settings with which lists predict the last tenth of the training best after learning the"
                        + " rest of it, and tells what they will gain. The test is never used. Settings of --set stay"
                        + " fixed. The protocols are those of evaluate.",
        footer = {
            "",
            "Examples:",
            "  kindred tune --data events.csv --protocol prequential",
            "  kindred tune --data events.csv --protocol prequential --strategy blend",
            "  kindred tune --train train.csv.gz --protocol next-item --trials 81 --metric hr --set vector.step=0.8"
        })
final class TuneCommand implements Callable<Integer> {

    @Mixin
    private LogOptions logs = new LogOptions();

    @Option(names = "--protocol", required = true, description = "prequential, next-item or leave-out.")
    private String protocolName = "";

    @Option(
            names = "--strategy",
            description = "user-based, or another one of evaluate; the blend learns its weights (weights: auto in a"
                    + " scenario). Default: ${DEFAULT-VALUE}.")
    private String strategy = Contenders.USER_BASED;

    @Option(
            names = "--trials",
            description = "The number of random settings to try; a third as many near the best ones follow. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int trials = 27;

    @Option(names = "--seed", description = "The same seed tries the same settings. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--metric", description = "The metric to maximize: hr, mrr or ndcg. Default: ${DEFAULT-VALUE}.")
    private String metric = "mrr";

    @Option(names = "--k", description = "The length of lists. Default: ${DEFAULT-VALUE}.")
    private int k = 20;

    @Option(names = "--exclude", description = "Replaces recommend.exclude, as with evaluate.")
    private Optional<String> exclude = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The greatest number of predictions per trial. Default: ${DEFAULT-VALUE}.")
    private long limit = 10_000;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        checkOptions();
        Protocol protocol = logs.protocol(protocolName, false);
        ModelOptions models =
                new ModelOptions(options, k, protocol.exclusions(exclude), List.of(), Map.of()); // weights are learned
        Tuner tuner = new Tuner(
                protocol,
                training(),
                new Tuner.Settings(strategy, trials, seed, metric, k, limit),
                SearchSpace.all().without(options.overriddenKeys()),
                models::with);
        Tuner.Report report = run(tuner);
        new TuningTable(protocol.name(), metric, k, report)
                .print(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private void checkOptions() {
        if (k < 1 || limit < 1 || trials < 1) {
            throw logs.wrong("--k, --limit and --trials must be positive");
        }
        logs.checkStrategy(strategy);
        List<String> metrics =
                RankingMetric.ALL.stream().map(RankingMetric::name).toList();
        if (!metrics.contains(metric)) {
            throw logs.wrong("--metric: unknown " + metric + "; choose from " + String.join(", ", metrics));
        }
    }

    private List<Interaction> training() {
        if (logs.data().isPresent() && logs.train().isEmpty()) {
            return Split.byTime(
                            logs.read(
                                    "--data", logs.data().get(), options.load().intakeSettings()),
                            logs.split())
                    .training();
        }
        if (logs.data().isEmpty() && logs.train().isPresent()) {
            return logs.read("--train", logs.train().get(), options.load().intakeSettings());
        }
        throw logs.wrong("give either --data FILE or --train FILE");
    }

    private Tuner.Report run(Tuner tuner) {
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), "runs", tuner.runs())) {
            return tuner.run(progress::step);
        }
    }
}
