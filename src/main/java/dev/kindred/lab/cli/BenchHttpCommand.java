package dev.kindred.lab.cli;

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
        description =
                "Measures how many requests per second one instance answers with a list for a random user, next to"
                        + " /health/live, and the latency at a steady rate while events stream in. Starts its own broker"
                        + " and instance and fills them first, which takes minutes. The load comes from wrk if it is"
                        + " installed; otherwise, and at the steady rate, from the JDK's HTTP client.",
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
            description = "Users with events before the measurement. Default: ${DEFAULT-VALUE}.")
    private int users;

    @Option(
            names = "--events",
            defaultValue = "1500000",
            description = "Events that are processed before the measurement. Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(names = "--items", defaultValue = "20000", description = "Default: ${DEFAULT-VALUE}.")
    private int items;

    @Option(names = "--guarantee", defaultValue = "exactly_once_v2", description = "Default: ${DEFAULT-VALUE}.")
    private String guarantee = "";

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Measurements of each path. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--connections",
            defaultValue = "8",
            description =
                    "Connections that send the next request as soon as they have an answer. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--duration",
            defaultValue = "10",
            description = "Seconds per measurement. Default: ${DEFAULT-VALUE}.")
    private long durationS;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Requests per second at the steady rate. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--events-rate",
            defaultValue = "1000",
            description = "Events per second that stream in at the same time. Default: ${DEFAULT-VALUE}.")
    private double eventsRate;

    @Option(names = "--own-client", description = "Uses the built-in client even if wrk is installed.")
    private boolean ownClient;

    @Mixin
    private EnvironmentOptions environment = new EnvironmentOptions();

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
                environment.of(users, items),
                events,
                guarantee,
                rounds,
                connections,
                Duration.ofSeconds(durationS),
                rate,
                eventsRate,
                ownClient);
        new HttpBench(settings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }
}
