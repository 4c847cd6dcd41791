package dev.kindred.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top command; without a subcommand it prints the help. */
@Command(
        name = "kindred",
        description = "Recommends products in real time from user interactions, on Kafka Streams.",
        footer = {
            "",
            "Examples:",
            "  kindred topics create --set bootstrap.servers=broker:9092",
            "  kindred consume recommendations --from-beginning --max 10",
            "",
            "config/kindred.properties lists all settings."
        })
final class Kindred implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command");
    }
}
