package dev.kindred.lab.cli;

import dev.kindred.cli.OverrideOptions;
import dev.kindred.lab.bench.EnvironmentSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The size of the stream under measurement, and its settings, as a mixin. */
final class EnvironmentOptions {

    @Option(names = "--partitions", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Mixin
    private OverrideOptions options = new OverrideOptions();

    EnvironmentSettings of(int users, int items) {
        return new EnvironmentSettings(users, items, partitions, threads, options.settings());
    }
}
