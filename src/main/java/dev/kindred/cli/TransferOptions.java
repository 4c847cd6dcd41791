package dev.kindred.cli;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.app.Stoppable;
import dev.kindred.config.KindredConfig;
import dev.kindred.logs.LineCounts;
import dev.kindred.logs.LineReader;
import dev.kindred.logs.LogLine;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.replay.ReplayReport;
import dev.kindred.replay.Transfer;
import dev.kindred.replay.TransferSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The range of lines to send and the file of rejected lines, as a mixin. */
final class TransferOptions {

    private static final int SHOWN = 10;
    private static final int MAX_SHOWN = 60; // characters of a field

    @Option(
            names = "--skip",
            description = "The number of lines to skip: those that an earlier run has sent. Default: ${DEFAULT-VALUE}.")
    private long skip;

    @Option(names = "--limit", description = "The greatest number of lines to read.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Write number and reason of all rejected lines, and of all fields that were left out, to this"
                    + " file.")
    private Optional<Path> rejected = Optional.empty();

    @Option(
            names = "--max-rejected",
            paramLabel = "SHARE",
            description = "The greatest share of rejected lines, from 0 to 1, with which the command succeeds. Default:"
                    + " ${DEFAULT-VALUE}.")
    private double maxRejected = 0.5;

    @Option(
            names = "--dry-run",
            description = "Reads the whole file, shows the first ten lines as they are understood, and what would be"
                    + " rejected. Sends nothing and needs no broker.")
    private boolean isDryRun;

    /** @throws CommandException if there is no such file, or an option is out of range */
    TransferSettings settings(Path file) {
        if (!Files.exists(file)) {
            throw FileFailure.of("FILE", file, new NoSuchFileException(file.toString()));
        }
        if (!(maxRejected >= 0 && maxRejected <= 1)) {
            throw new CommandException("--max-rejected must be in [0, 1], got " + maxRejected);
        }
        return new TransferSettings(file, skip, limit, rejected);
    }

    boolean isDryRun() {
        return isDryRun;
    }

    /** Shows how the first lines are understood, what would be rejected, and returns the exit status. */
    int show(String things, LineReader<?> lines, PrintWriter out) {
        LineCounts counts = new LineCounts();
        LineCounts losses = new LineCounts();
        long sent = 0;
        while (lines.hasNext() && sent + counts.rejected() < limit) {
            LogLine<?> line = lines.next();
            if (sent + counts.rejected() < SHOWN) {
                out.println("  line " + line.lineNumber() + ": " + shown(line));
            }
            if (line instanceof LogLine.Rejected<?> bad) {
                counts.add(bad);
            } else if (line instanceof LogLine.Accepted<?> good) {
                losses.addLosses(good);
                sent++;
            }
        }
        return report(
                "would send %,d %s, would reject %,d lines",
                things,
                new ReplayReport(sent, counts.rejected(), counts.examples(), counts.byRule(), losses.byRule(), 0, true),
                out);
    }

    private static String shown(LogLine<?> line) {
        if (line instanceof LogLine.Rejected<?> bad) {
            return "rejected, " + bad.reason();
        }
        LogLine.Accepted<?> accepted = (LogLine.Accepted<?>) line;
        Object content = accepted.content();
        if (content instanceof Interaction event) {
            return event.userId() + " " + event.type() + " " + event.itemId() + " at "
                    + Instant.ofEpochMilli(event.timestampMs()) + " strength " + event.strength()
                    + (event.amount().isPresent() ? " amount " + event.amount().getAsDouble() : "");
        }
        String left = accepted.losses().isEmpty() ? "" : "; left out: " + String.join("; ", accepted.losses());
        return content instanceof Item item ? shown(item) + left : String.valueOf(content);
    }

    /** The fields of an item that are not empty. */
    private static String shown(Item item) {
        List<String> parts = new ArrayList<>(List.of(item.itemId()));
        add(parts, "title", item.title());
        add(parts, "description", item.description());
        add(parts, "categories", String.join(" | ", item.categories()));
        add(parts, "tags", item.tags().stream().sorted().collect(Collectors.joining(" | ")));
        add(parts, "brand", item.brand());
        add(
                parts,
                "price",
                item.price()
                        .map(price -> price.amount() + " " + price.currency())
                        .orElse(""));
        add(parts, "image_url", item.imageUrl());
        new TreeMap<>(item.attributes()).forEach((name, value) -> add(parts, name, value));
        parts.add(item.available() ? "available" : "not available");
        if (item.hidden()) {
            parts.add("hidden");
        }
        item.publishedMs()
                .ifPresent(
                        ms -> add(parts, "published", Instant.ofEpochMilli(ms).toString()));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + " " + (value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "..." : value));
        }
    }

    /**
     * Asks for the topic, because a producer takes a minute to find out that there is none.
     *
     * @throws dev.kindred.admin.AdminException if there is no such topic, or the brokers do not answer
     */
    static void requireTopic(KindredConfig config, String topic) {
        try (Admin admin = Connection.open(config.clientProperties())) {
            new TopicAdmin(admin, config.topics(), config.topicSettings()).partitionsOf(topic);
        }
    }

    /**
     * Sends the lines, with progress on stderr, and returns the exit status.
     *
     * @param things the records that are sent, in the plural
     */
    int run(String things, Transfer<?> transfer, CommandLine command) throws Exception {
        ReplayReport report;
        try (ProgressLine progress = new ProgressLine(command.getErr(), "bytes", 0)) {
            report = Stoppable.call(() -> transfer.run((bytes, of) -> progress.at(bytes, of, "")));
        }
        return report("sent %,d %s, rejected %,d lines", things, report, command.getOut());
    }

    /** Prints the result and returns the exit status. */
    private int report(String result, String things, ReplayReport report, PrintWriter out) {
        out.println(String.format(Locale.ROOT, result, report.sent(), things, report.rejected()));
        report.rules()
                .forEach((rule, count) -> out.println(String.format(Locale.ROOT, "  %,d lines: %s", count, rule)));
        for (LogLine.Rejected<?> line : report.examples()) {
            out.println("  line " + line.lineNumber() + ": " + line.reason());
        }
        if (report.rejected() > report.examples().size()) {
            out.println(rejected.map(path -> "  all of them: " + path)
                    .orElse("  and more: --rejected FILE writes all of them"));
        }
        report.losses()
                .forEach((rule, count) ->
                        out.println(String.format(Locale.ROOT, "  %,d fields left out: %s", count, rule)));
        if (!report.complete()) {
            out.println("stopped early: continue with --skip " + report.lines());
        }
        return report.complete() && isGood(report, out) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean isGood(ReplayReport report, PrintWriter out) {
        double share = (double) report.rejected() / Math.max(1, report.sent() + report.rejected());
        if (report.complete() && report.sent() == 0) {
            out.println("failed: no line was accepted");
            return false;
        }
        if (share > maxRejected) {
            out.println(String.format(
                    Locale.ROOT,
                    "failed: %.0f%% of the lines were rejected, more than --max-rejected %s",
                    100 * share,
                    maxRejected));
            return false;
        }
        return true;
    }
}
