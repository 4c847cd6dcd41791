package dev.kindred.lab.cli;

import dev.kindred.lab.bench.Bench;
import dev.kindred.lab.bench.BenchSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures speed. */
@Command(
        name = "bench",
        subcommands = {BenchScaleCommand.class, BenchHttpCommand.class},
        description =
                "Measures events per second, CPU and bytes per event, size of stores and heap, and latency, next to a"
                        + " bare consumer and a bare stateful topology on the same machine, and prints the ratios.",
        footer = {
            "",
            "Examples:",
            "  kindred bench",
            "  kindred bench --guarantee at_least_once --events 100000 --rounds 1 --duration 0"
        })
final class BenchCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            defaultValue = "300000",
            description = "Events per measurement; the first third is warm-up. Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(names = "--users", defaultValue = "20000", description = "Default: ${DEFAULT-VALUE}.")
    private int users;

    @Option(names = "--items", defaultValue = "5000", description = "Default: ${DEFAULT-VALUE}.")
    private int items;

    @Option(
            names = "--guarantee",
            split = ",",
            defaultValue = "at_least_once,exactly_once_v2",
            description = "Processing guarantees to measure, one or both. Default: ${DEFAULT-VALUE}.")
    private List<String> guarantees = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Measurements of each system. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Events per second during the latency measurement. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--duration",
            defaultValue = "30",
            description = "Seconds of the latency measurement; the first third is warm-up; 0 skips it."
                    + " Default: ${DEFAULT-VALUE}.")
    private long durationS;

    @Mixin
    private EnvironmentOptions environment = new EnvironmentOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        BenchSettings settings = new BenchSettings(
                environment.of(users, items), events, guarantees, rounds, rate, Duration.ofSeconds(durationS));
        new Bench(settings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }
}
