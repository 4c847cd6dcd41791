package dev.kindred.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code kindred} says without a command: what there is. */
@Command(
        name = "kindred",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Recommends products in real time, from what shoppers do, on Kafka Streams.",
        footer = {
            "",
            "Examples:",
            "  kindred topics create --set bootstrap.servers=broker:9092",
            "  kindred consume recommendations --from-beginning --max 10",
            "",
            "All settings stand in config/kindred.properties."
        })
final class Kindred implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
