package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.logs.LogFormat;
import dev.kindred.model.Interaction;
import dev.kindred.replay.FeedProducer;
import dev.kindred.replay.Pace;
import dev.kindred.replay.SendFailedException;
import dev.kindred.replay.Transfer;
import dev.kindred.replay.TransferSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a recorded log to the stream. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Sends a recorded log, which may be compressed with gzip, to the events topic. Bad lines are reported and skipped.",
        footer = {
            "",
            "Examples:",
            "  kindred replay events.csv",
            "  kindred replay UserBehavior.csv.gz --format taobao --rate 1000",
            "  kindred replay events.csv --skip 120000"
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The log.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            description = "auto, csv, taobao, movielens or retailrocket. Default: ${DEFAULT-VALUE}.")
    private String format = "auto";

    @Option(names = "--rate", description = "Events per second. Default: as fast as the broker accepts them.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--speed",
            description = "Factor of speed over the original timing of the events; instead of --rate.")
    private Optional<Double> speed = Optional.empty();

    @Mixin
    private TransferOptions lines = new TransferOptions();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Pace pace = pace();
        LogFormat logFormat = LogFormat.named(format);
        TransferSettings settings = lines.settings(file);
        KindredConfig config = options.load();
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            Transfer<Interaction> replay = Transfer.ofEvents(settings, logFormat, producer, pace);
            return lines.run("events", replay, spec.commandLine());
        } catch (SendFailedException e) {
            throw new CommandException(e.getMessage() + "; continue with --skip " + e.position(), e);
        }
    }

    private Pace pace() {
        if (rate.isPresent() && speed.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--rate and --speed exclude each other");
        }
        if (rate.or(() -> speed).filter(value -> !(value > 0)).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--rate and --speed must be positive");
        }
        return rate.map(Pace::perSecond)
                .or(() -> speed.map(Pace::timesOriginal))
                .orElseGet(Pace::unlimited);
    }
}
