package dev.kindred.logs;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.intake.ItemValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.logs.LineSource.Line;
import dev.kindred.model.Item;
import dev.kindred.model.RawItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalog; each line is an item or has a reason for its rejection. The first line of text decides between two
 * forms:
 *
 * <ul>
 *   <li>Comma-separated text with a header that names {@code item_id} and any of {@code title, description, categories,
 *       tags, brand, price, currency, image_url, available, hidden, published, updated}, in any order; {@code
 *       attr.NAME} is
 *       an attribute, {@code attributes} a JSON object of several. Several categories or tags are joined by a
 *       vertical bar,
 *       the steps of a category by {@link Item#STEP}. Quoted fields may span lines, which then count as one.
 *   <li>JSON Lines: an object per line with the fields of {@code schemas/item.avsc}.
 * </ul>
 *
 * <p>Empty or missing fields have the default of the schema. Times in a table are written as in logs, in JSON as epoch
 * milliseconds.
 */
public final class ItemReader extends LineReader<Item> {

    private interface Source {
        @Nullable
        Line next() throws IOException;
    }

    private final ItemValidator validator = new ItemValidator(IntakeSettings.DEFAULT);
    private final ItemParser parser;
    private final Source source;
    private final Deque<Line> lookedAt = new ArrayDeque<>(1); // read while detecting the form, but not yet returned

    private ItemReader(Path file, long asOfMs, CountingInputStream counter) throws IOException {
        super(file, counter);
        Line first = firstOfText();
        if (first.text().stripLeading().startsWith("{")) {
            this.parser = new ItemObjects(asOfMs);
            this.source = lines()::next;
            lookedAt.add(first);
        } else {
            this.parser = new ItemTable(first.text(), asOfMs);
            this.source = new QuotedLines(lines())::next;
        }
    }

    /**
     * Opens a catalog and detects its form.
     *
     * @param asOfMs the update time of items that have none, in epoch milliseconds
     * @throws IOException if the file cannot be read or has neither form; the message states why
     */
    public static ItemReader open(Path file, long asOfMs) throws IOException {
        return open(file, in -> new ItemReader(file, asOfMs, in));
    }

    /**
     * The items of a catalog, in the order of the file.
     *
     * @param asOfMs the time of items without a time of their own, in epoch milliseconds
     * @throws IOException if the file cannot be read, is in neither form, or has a line that is no item
     */
    public static List<Item> readAll(Path file, long asOfMs) throws IOException {
        List<Item> items = new ArrayList<>();
        try (ItemReader reader = open(file, asOfMs)) {
            while (reader.hasNext()) {
                LogLine<Item> line = reader.next();
                if (line instanceof LogLine.Rejected<Item> rejected) {
                    throw new IOException("line " + rejected.lineNumber() + ": " + rejected.reason());
                }
                items.add(((LogLine.Accepted<Item>) line).content());
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return items;
    }

    private Line firstOfText() throws IOException {
        Line line = lines().next();
        while (line != null && line.isBlank()) {
            line = lines().next();
        }
        if (line == null) {
            throw new IOException("it has no line of text");
        }
        if (line.problem() != null) {
            throw new IOException("its first " + line.problem());
        }
        return line;
    }

    @Override
    @Nullable
    Line nextLine() throws IOException {
        return lookedAt.isEmpty() ? source.next() : lookedAt.remove();
    }

    @Override
    List<LogLine<Item>> parse(Line line) throws RejectedLineException {
        return List.of(new LogLine.Accepted<>(line.number(), item(line.text())));
    }

    private Item item(String text) throws RejectedLineException {
        RawItem item = parser.parse(text);
        Optional<Rejection> rejection = validator.check(item);
        if (rejection.isPresent()) {
            throw new RejectedLineException(rejection.get().detail());
        }
        return ItemValidator.accepted(item);
    }
}
