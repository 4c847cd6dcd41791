package dev.kindred.cli;

import dev.kindred.export.Lines;
import dev.kindred.export.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command writes data about users, as a mixin: a file that only its owner may read, or stdout. */
final class OutputOptions {

    private static final String STDOUT = "-";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Output file, - for stdout; compressed with gzip if the name ends in .gz. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String output = STDOUT;

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    /**
     * Begins the output.
     *
     * @param out stdout
     * @throws IOException if the file exists, or cannot be written; see {@link #failure}
     */
    Lines lines(PrintWriter out) throws IOException {
        return isPrinted() ? Lines.printed(out) : WholeFile.create(Path.of(output), force);
    }

    private boolean isPrinted() {
        return output.equals(STDOUT);
    }

    /** The failure as a sentence. An interrupted thread stays interrupted. */
    CommandException failure(Exception cause) {
        if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
            Thread.currentThread().interrupt();
            return new CommandException(
                    "stopped before the end: " + (isPrinted() ? "lines are missing" : "no file was written"), cause);
        }
        return unwritable(output, (IOException) cause);
    }

    /** The failure of an output file as a sentence. */
    static CommandException unwritable(String output, IOException cause) {
        return cause instanceof FileAlreadyExistsException
                ? new CommandException("--output " + output + " exists: choose another name, or add --force", cause)
                : FileFailure.of("--output", Path.of(output), cause);
    }
}
