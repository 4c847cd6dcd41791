package dev.kindred.replay;

import dev.kindred.logs.LogLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records rejected lines: all of them in a file if requested, and the first ones in memory. */
final class RejectedLines implements AutoCloseable {

    private static final int EXAMPLES = 10;

    private final PrintWriter file;
    private final List<LogLine.Rejected<?>> examples = new ArrayList<>();
    private long count;

    RejectedLines(Optional<Path> file) throws IOException {
        this.file = new PrintWriter(file.isPresent() ? Files.newBufferedWriter(file.get()) : Writer.nullWriter());
    }

    void add(LogLine.Rejected<?> line) {
        count++;
        file.println(line.lineNumber() + "\t" + line.reason());
        if (examples.size() < EXAMPLES) {
            examples.add(line);
        }
    }

    long count() {
        return count;
    }

    List<LogLine.Rejected<?>> examples() {
        return List.copyOf(examples);
    }

    @Override
    public void close() {
        file.close();
        if (file.checkError()) {
            throw new UncheckedIOException(new IOException("the file of rejected lines could not be written"));
        }
    }
}
