package dev.kindred.lab.cli;

import dev.kindred.cli.LogFileOptions;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.lab.evaluation.Protocol;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.model.Interaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the recorded log, as a mixin. */
final class LogOptions {

    @Option(names = "--data", paramLabel = "FILE", description = "A log; its first part is the training.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--split",
            paramLabel = "SHARE",
            description = "The fraction of --data, or of a --log, that is the training, in the order of time. Default:"
                    + " 0.8, with off-policy 0.5.")
    private Optional<Double> split = Optional.empty();

    @Option(names = "--train", paramLabel = "FILE", description = "A log of the training alone.")
    private Optional<Path> train = Optional.empty();

    @Mixin
    private LogFileOptions log = new LogFileOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Optional<Path> data() {
        return data;
    }

    Optional<Path> train() {
        return train;
    }

    /** The fraction of the data that is the training. */
    double split() {
        return split(0.8);
    }

    double split(double byDefault) {
        double share = split.orElse(byDefault);
        if (!(share > 0 && share < 1)) {
            throw wrong("--split must be in (0, 1), got " + share);
        }
        return share;
    }

    /** The format as it was given. */
    String format() {
        return log.format();
    }

    /** The protocol with a name from the command line. */
    Protocol protocol(String name, boolean learns) {
        try {
            return Protocol.named(name, learns);
        } catch (IllegalArgumentException e) {
            throw wrong("--protocol: " + e.getMessage());
        }
    }

    /** Refuses a strategy from the command line that is none. */
    void checkStrategy(String name) {
        try {
            Contenders.requireKnown(name);
        } catch (IllegalArgumentException e) {
            throw wrong("--strategy: " + e.getMessage());
        }
    }

    /** The exception for options that contradict each other. */
    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The events of a log; see {@link LogFileOptions#read}. */
    List<Interaction> read(String option, Path file, IntakeSettings rules) {
        return log.read(option, file, rules);
    }
}
