package dev.kindred.cli;

import dev.kindred.app.Stoppable;
import dev.kindred.config.KindredConfig;
import dev.kindred.logs.LogFormat;
import dev.kindred.logs.LogLine;
import dev.kindred.replay.EventProducer;
import dev.kindred.replay.Pace;
import dev.kindred.replay.Replay;
import dev.kindred.replay.ReplayReport;
import dev.kindred.replay.ReplaySettings;
import dev.kindred.replay.SendFailedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
        description = "Sends a recorded log to the events topic. gzip is accepted; bad lines are reported and skipped.",
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

    @Option(names = "--rate", description = "Events per second; without it, as fast as the broker takes them.")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--speed", description = "As the events happened, this many times faster; instead of --rate.")
    private Optional<Double> speed = Optional.empty();

    @Option(names = "--skip", description = "Lines that an earlier replay has already sent. Default: ${DEFAULT-VALUE}.")
    private long skip;

    @Option(names = "--limit", description = "The most lines to read.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--rejected", paramLabel = "FILE", description = "Receives number and reason of all bad lines.")
    private Optional<Path> rejected = Optional.empty();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Pace pace = pace();
        ReplaySettings settings = new ReplaySettings(file, LogFormat.named(format), skip, limit, rejected);
        KindredConfig config = options.load();
        try (EventProducer producer = new EventProducer(config)) {
            return report(Stoppable.call(new Replay(settings, producer, pace)::run));
        } catch (SendFailedException e) {
            throw new CommandException(e.getMessage() + "; go on with --skip " + e.position(), e);
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

    private int report(ReplayReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                String.format(Locale.ROOT, "sent %,d events, rejected %,d lines", report.sent(), report.rejected()));
        for (LogLine.Rejected line : report.examples()) {
            out.println("  line " + line.lineNumber() + ": " + line.reason());
        }
        if (report.rejected() > report.examples().size()) {
            out.println(rejected.map(path -> "  all of them: " + path)
                    .orElse("  and more: --rejected FILE keeps all of them"));
        }
        if (!report.complete()) {
            out.println("stopped early: go on with --skip " + report.lines());
        }
        return report.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
