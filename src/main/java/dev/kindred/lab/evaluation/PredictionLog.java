package dev.kindred.lab.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;

/**
 * Every prediction as comma-separated text with a header: the prediction's number in its run, user, right item, the item's
 * rank (empty if the list does not have it), the length of the list, microseconds, and what ran. A prediction with
 * several right items takes a line for each.
 */
public final class PredictionLog implements AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final double NANOS_PER_MICRO = 1000;

    private final PrintWriter file;

    private PredictionLog(PrintWriter file) {
        this.file = file;
        write("position", "user", "item", "rank", "list_length", "microseconds", "strategy");
    }

    /**
     * Starts a file, in place of one that is there.
     *
     * @param path without one, nothing is kept
     * @throws IOException if it cannot be written
     */
    public static PredictionLog to(Optional<Path> path) throws IOException {
        Writer writer = path.isPresent() ? Files.newBufferedWriter(path.get()) : Writer.nullWriter();
        return new PredictionLog(new PrintWriter(writer));
    }

    /** Takes up the predictions of one run. */
    public Consumer<Judgment> of(Variant variant) {
        return judgment -> judgment.relevant().forEach(item -> add(variant, judgment, item));
    }

    private void add(Variant variant, Judgment judgment, String item) {
        int rank = judgment.list().indexOf(item) + 1;
        write(
                judgment.position(),
                judgment.userId(),
                item,
                rank > 0 ? rank : "",
                judgment.list().size(),
                String.format(Locale.ROOT, "%.1f", judgment.nanos() / NANOS_PER_MICRO),
                variant.label());
    }

    private void write(Object... fields) {
        file.print(FORMAT.format(fields) + "\n");
    }

    /** Ends the file. An {@link UncheckedIOException} tells that not all of it could be written. */
    @Override
    public void close() {
        file.close();
        if (file.checkError()) {
            throw new UncheckedIOException(new IOException("the file of predictions could not be written"));
        }
    }
}
