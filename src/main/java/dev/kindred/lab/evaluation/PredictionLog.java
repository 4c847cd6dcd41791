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
 * All predictions as comma-separated text with a header. The columns are: number of the prediction in its run, user, right
 * item, the item's rank (empty if the list does not have it), length of the list, microseconds, label of the variant. A
 * prediction with several right items takes one line per item.
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
     * Starts a file and overwrites an existing one.
     *
     * @param path if empty, predictions are discarded
     * @throws IOException if the file cannot be written
     */
    public static PredictionLog to(Optional<Path> path) throws IOException {
        Writer writer = path.isPresent() ? Files.newBufferedWriter(path.get()) : Writer.nullWriter();
        return new PredictionLog(new PrintWriter(writer));
    }

    /** A consumer of the predictions of one run. */
    public Consumer<Prediction> of(Variant variant) {
        return prediction -> prediction.relevant().forEach(item -> add(variant, prediction, item));
    }

    private void add(Variant variant, Prediction prediction, String item) {
        int rank = prediction.list().indexOf(item) + 1;
        write(
                prediction.position(),
                prediction.userId(),
                item,
                rank > 0 ? rank : "",
                prediction.list().size(),
                String.format(Locale.ROOT, "%.1f", prediction.nanos() / NANOS_PER_MICRO),
                variant.label());
    }

    private void write(Object... fields) {
        file.print(FORMAT.format(fields) + "\n");
    }

    /**
     * Closes the file.
     *
     * @throws UncheckedIOException if not all predictions could be written
     */
    @Override
    public void close() {
        file.close();
        if (file.checkError()) {
            throw new UncheckedIOException(
                    new IOException("cannot write the file of predictions: check the space on its disk"));
        }
    }
}
