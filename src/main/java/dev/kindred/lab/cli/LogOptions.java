package dev.kindred.lab.cli;

import dev.kindred.cli.CommandException;
import dev.kindred.cli.FileFailure;
import dev.kindred.cli.LogFileOptions;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.lab.evaluation.EventLog;
import dev.kindred.lab.evaluation.Protocol;
import dev.kindred.logs.LogLine;
import dev.kindred.model.Interaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** The exception for options that contradict each other. */
    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /**
     * Reads a log and reports its bad lines on stderr.
     *
     * @param option the option that names the file
     * @param rules of the stream
     * @throws CommandException if the file cannot be read or contains no event
     */
    List<Interaction> read(String option, Path file, IntakeSettings rules) {
        try {
            EventLog events = EventLog.read(file, log.settings(rules));
            report(file, events, spec.commandLine().getErr());
            if (events.events().isEmpty()) {
                throw new CommandException(option + " " + file + " contains no event: check the file, or set --format");
            }
            return events.events();
        } catch (IOException e) {
            throw FileFailure.of(option, file, e);
        }
    }

    private static void report(Path file, EventLog log, PrintWriter err) {
        if (log.rejected() == 0) {
            return;
        }
        err.println(String.format(Locale.ROOT, "%s: skipped %,d invalid lines", file, log.rejected()));
        for (LogLine.Rejected<?> line : log.examples()) {
            err.println("  line " + line.lineNumber() + ": " + line.reason());
        }
        if (log.rejected() > log.examples().size()) {
            err.println("  and more");
        }
        err.flush();
    }
}
