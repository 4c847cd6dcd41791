package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.logs.LogReader;
import dev.kindred.logs.LogSettings;
import dev.kindred.logs.UnknownLogFormatException;
import dev.kindred.model.Interaction;
import dev.kindred.replay.FeedProducer;
import dev.kindred.replay.Pace;
import dev.kindred.replay.SendFailedException;
import dev.kindred.replay.TimeShift;
import dev.kindred.replay.Transfer;
import dev.kindred.replay.TransferSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
        description =
                "Sends a recorded log, which may be compressed with gzip, to the events topic. Bad lines are reported"
                        + " and skipped.",
        footer = {
            "",
            "Formats, which auto detects from the first lines:",
            "  csv           a header with user_id,item_id,event_type,timestamp and optionally strength,event_id,amount",
            "  taobao        user,item,category,pv|cart|fav|buy,seconds without a header",
            "  movielens     u.data, separated by tabs, or ratings.csv",
            "  retailrocket  a header with timestamp,visitorid,event,itemid,transactionid",
            "",
            "Examples:",
            "  kindred replay events.csv",
            "  kindred replay UserBehavior.csv.gz --format taobao --rate 1000",
            "  kindred replay shop.csv --dry-run --map user_id=customer_id,item_id=sku --types detail=BROWSE",
            "  kindred replay ratings.dat --shift-to now",
            "  kindred replay events.csv --skip 120000"
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The log.")
    private Path file = Path.of("");

    @Mixin
    private LogFileOptions log = new LogFileOptions();

    @Option(names = "--rate", description = "Events per second. Default: as fast as the broker accepts them.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--speed",
            description = "Factor of speed over the original timing of the events; instead of --rate.")
    private Optional<Double> speed = Optional.empty();

    @Option(
            names = {"--shift-to", "--end"},
            paramLabel = "TIME",
            description = "Moves all times so that the newest event has this one: now, or ISO-8601 with a zone.")
    private Optional<String> end = Optional.empty();

    @Mixin
    private TransferOptions lines = new TransferOptions();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Pace pace = pace();
        TransferSettings settings = lines.settings(file);
        KindredConfig config = options.load();
        try {
            return run(settings, log.settings(config.intakeSettings()), config, pace);
        } catch (IOException e) {
            throw e instanceof UnknownLogFormatException
                    ? new CommandException(String.valueOf(e.getMessage()), e)
                    : FileFailure.of("FILE", file, e);
        }
    }

    private int run(TransferSettings settings, LogSettings logSettings, KindredConfig config, Pace pace)
            throws Exception {
        TimeShift shift = end.isPresent() ? TimeShift.to(endMs(end.get()), file, logSettings) : TimeShift.NONE;
        if (lines.isDryRun()) {
            try (LogReader reader = LogReader.open(file, logSettings)) {
                spec.commandLine().getOut().println("format: " + reader.format().title());
                return lines.show("events", reader, spec.commandLine().getOut());
            }
        }
        TransferOptions.requireTopic(config, config.topics().events());
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            Transfer<Interaction> replay = Transfer.ofEvents(settings, logSettings, producer, pace, shift);
            return lines.run("events", replay, spec.commandLine());
        } catch (SendFailedException e) {
            throw new CommandException(e.getMessage() + "; continue with --skip " + e.position(), e);
        }
    }

    private long endMs(String time) {
        try {
            return time.equals("now")
                    ? Clock.systemUTC().millis()
                    : OffsetDateTime.parse(time).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--shift-to must be now or a time like 2026-10-01T10:00:00Z, got " + time);
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
