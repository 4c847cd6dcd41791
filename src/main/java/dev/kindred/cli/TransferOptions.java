package dev.kindred.cli;

import dev.kindred.app.Stoppable;
import dev.kindred.logs.LogLine;
import dev.kindred.replay.ReplayReport;
import dev.kindred.replay.Transfer;
import dev.kindred.replay.TransferSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Which lines of a file to send, and where to tell of bad ones, as a mixin. */
final class TransferOptions {

    @Option(names = "--skip", description = "Lines that an earlier run has already sent. Default: ${DEFAULT-VALUE}.")
    private long skip;

    @Option(names = "--limit", description = "The most lines to read.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--rejected", paramLabel = "FILE", description = "Receives number and reason of all bad lines.")
    private Optional<Path> rejected = Optional.empty();

    TransferSettings settings(Path file) {
        return new TransferSettings(file, skip, limit, rejected);
    }

    /**
     * Sends the lines, with progress on stderr, and returns the exit status.
     *
     * @param things that are sent, in the plural
     */
    int run(String things, Transfer<?> transfer, CommandLine command) throws Exception {
        ReplayReport report;
        try (ProgressLine progress = new ProgressLine(command.getErr(), "bytes", 0)) {
            report = Stoppable.call(() -> transfer.run((bytes, of) -> progress.at(bytes, of, "")));
        }
        return report(things, report, command.getOut());
    }

    /** Prints what was done, and returns the exit status. */
    private int report(String things, ReplayReport report, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT, "sent %,d %s, rejected %,d lines", report.sent(), things, report.rejected()));
        for (LogLine.Rejected<?> line : report.examples()) {
            out.println("  line " + line.lineNumber() + ": " + line.reason());
        }
        if (report.rejected() > report.examples().size()) {
            out.println(rejected.map(path -> "  all of them: " + path)
                    .orElse("  and more: --rejected FILE keeps all of them"));
        }
        if (!report.complete()) {
            out.println("stopped early: go on with --skip " + report.lines());
        }
        return report.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
