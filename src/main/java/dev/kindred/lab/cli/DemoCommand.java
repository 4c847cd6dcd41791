package dev.kindred.lab.cli;

import dev.kindred.app.Stoppable;
import dev.kindred.cli.OverrideOptions;
import dev.kindred.cli.Terminal;
import dev.kindred.lab.demo.Demo;
import dev.kindred.lab.demo.DemoSettings;
import dev.kindred.logs.LogFormat;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole product in one process, without an installed Kafka. */
@Command(
        name = "demo",
        description = "Runs a Kafka broker, the application and simulated shoppers in one process, and shows their"
                + " recommendations. Deletes its data at the end.",
        footer = {
            "",
            "Exit status 0 means that every event led to a refreshed list.",
            "",
            "Examples:",
            "  kindred demo",
            "  kindred demo --events 200000 --rate 0",
            "  kindred demo --data UserBehavior.csv.gz --format taobao",
            "  kindred demo --port 9092"
        })
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "FILE", description = "A recorded log instead of the simulated shop.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "auto",
            description = "Format of the log: auto, csv, taobao, movielens or retailrocket. Default: ${DEFAULT-VALUE}.")
    private String format = "auto";

    @Option(names = "--events", description = "The greatest number of events to send. Default: ${DEFAULT-VALUE}.")
    private long events = 30_000;

    @Option(names = "--rate", description = "Events per second, 0 for as fast as possible. Default: ${DEFAULT-VALUE}.")
    private double rate = 1000;

    @Option(names = "--users", description = "Shoppers of the simulated shop. Default: ${DEFAULT-VALUE}.")
    private int users = 2000;

    @Option(names = "--items", description = "Items of the simulated shop. Default: ${DEFAULT-VALUE}.")
    private int items = 1000;

    @Option(names = "--seed", description = "The same seed gives the same events. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--port", description = "Port of the broker, on loopback; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--stay",
            negatable = true,
            description =
                    "Keeps running after the last event, until Ctrl-C; --no-stay ends then. Default: stays where a"
                            + " person watches, and ends where the output is a file or a pipe.")
    private @Nullable Boolean stay;

    @Mixin
    private OverrideOptions options = new OverrideOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        boolean stays = stay == null ? Terminal.isWatched() : stay;
        DemoSettings settings = new DemoSettings(
                data, LogFormat.named(format), events, rate, users, items, seed, port, stays, options.settings());
        boolean complete = Stoppable.call(new Demo(settings, spec.commandLine().getOut())::run);
        return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
