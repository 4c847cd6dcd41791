package dev.kindred.cli;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.logs.EventLog;
import dev.kindred.logs.LogFormat;
import dev.kindred.logs.LogLine;
import dev.kindred.logs.LogSettings;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to read a recorded log, as a mixin. */
public final class LogFileOptions {

    @Option(
            names = "--format",
            description = "auto, csv, json, taobao, movielens, retailrocket, yoochoose, rees46, hm, amazon, recbole,"
                    + " segment or ga4. Default: ${DEFAULT-VALUE}.")
    private String format = "auto";

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "NAME=COLUMN",
            description = "The columns of the file, or the paths of JSON fields, for user_id, item_id, event_type,"
                    + " timestamp, strength, event_id, amount, quantity. Numbers from 1 name the columns of a file"
                    + " without a header.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "NAME=TYPE",
            description = "Further names of event types, for example view=BROWSE,addtocart=CART.")
    private Map<String, String> types = new LinkedHashMap<>();

    @Option(
            names = "--zone",
            description = "The zone of times without one, for example Europe/Berlin. Default: ${DEFAULT-VALUE}.")
    private String zone = "UTC";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * The settings of the reader.
     *
     * @param rules of the stream
     * @throws ParameterException if an option is wrong
     */
    public LogSettings settings(IntakeSettings rules) {
        try {
            return new LogSettings(logFormat(), columns, types(), zone(zone), rules, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException if there is no such zone; its message has the cure */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--zone " + name + " is no time zone, for example Europe/Berlin", e);
        }
    }

    /**
     * Reads a log and reports its bad lines on stderr.
     *
     * @param option the option that names the file
     * @param rules of the stream
     * @throws CommandException if the file cannot be read or contains no event
     */
    public List<Interaction> read(String option, Path file, IntakeSettings rules) {
        try {
            EventLog events = EventLog.read(file, settings(rules));
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

    /** The name of the format as it was given. */
    public String format() {
        return format;
    }

    private LogFormat logFormat() {
        try {
            return LogFormat.named(format);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--format: " + e.getMessage(), e);
        }
    }

    private Map<String, InteractionType> types() {
        Map<String, InteractionType> byName = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            try {
                byName.put(name, InteractionType.valueOf(type.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "--types: unknown type " + type + ": choose from " + Arrays.toString(InteractionType.values()),
                        e);
            }
        });
        return byName;
    }
}
