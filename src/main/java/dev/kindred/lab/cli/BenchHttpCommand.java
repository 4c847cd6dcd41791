package dev.kindred.lab.cli;

import dev.kindred.cli.OverrideOptions;
import dev.kindred.cli.Version;
import dev.kindred.lab.bench.HttpBench;
import dev.kindred.lab.bench.HttpBenchSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the HTTP endpoint. */
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Measures how many requests per second one instance answers with a list for a random user, beside"
                + " /health/live, and how long answers take at a steady rate while events stream in. Starts a broker"
                + " and an instance of its own and fills them first, which takes minutes. The load comes from wrk if"
                + " it is installed, else, and at the steady rate, from the JDK's HTTP client.",
        footer = {
            "",
            "Examples:",
            "  kindred bench http",
            "  kindred bench http --users 10000 --duration 3 --rounds 1",
            "  kindred bench http --rate 3000 --guarantee at_least_once"
        })
final class BenchHttpCommand implements Callable<Integer> {

    @Option(
            names = "--users",
            defaultValue = "100000",
            description = "Users who are known when it is asked. Default: ${DEFAULT-VALUE}.")
    private int users;

    @Option(
            names = "--events",
            defaultValue = "1500000",
            description = "Events that are processed first. Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(names = "--items", defaultValue = "20000", description = "Default: ${DEFAULT-VALUE}.")
    private int items;

    @Option(names = "--partitions", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--guarantee", defaultValue = "exactly_once_v2", description = "Default: ${DEFAULT-VALUE}.")
    private String guarantee = "";

    @Option(names = "--rounds", defaultValue = "3", description = "Turns of each. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--connections",
            defaultValue = "8",
            description = "Connections that ask as fast as they are answered. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(names = "--duration", defaultValue = "10", description = "Seconds of a turn. Default: ${DEFAULT-VALUE}.")
    private long durationS;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Requests per second at the steady rate. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--events-rate",
            defaultValue = "1000",
            description = "Events per second that stream in meanwhile. Default: ${DEFAULT-VALUE}.")
    private double eventsRate;

    @Option(names = "--own-client", description = "Does without wrk.")
    private boolean ownClient;

    @Mixin
    private OverrideOptions options = new OverrideOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (users < 1 || items < 1 || rounds < 1 || connections < 1 || durationS < 1 || !(rate > 0 && eventsRate > 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--users, --items, --rounds, --connections, --duration, --rate and --events-rate must be positive");
        }
        HttpBenchSettings settings = new HttpBenchSettings(
                users,
                events,
                items,
                partitions,
                threads,
                guarantee,
                rounds,
                connections,
                Duration.ofSeconds(durationS),
                rate,
                eventsRate,
                ownClient,
                options.settings());
        new HttpBench(settings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }
}
