package dev.kindred.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.intake.ItemValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.logs.LineSource.Line;
import dev.kindred.model.Item;
import dev.kindred.model.RawItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalog; each line is an item or has a reason for its rejection. The beginning of the file decides between
 * tables, JSON and XML, and names of columns and fields between the formats ({@link ItemFormat}).
 *
 * <p>In our own format a table has a header that names {@code item_id} and any of {@code title, description, categories,
 * tags, brand, price, currency, image_url, available, hidden, published, updated}, in any order; {@code attr.NAME} is an
 * attribute, {@code attributes} a JSON object of several. Several categories or tags are joined by a vertical bar. Quoted
 * fields may span lines, which then count as one.
 *
 * <p>Empty or missing fields have the default of the schema. So has a field that cannot be read, and the line says which
 * and why: only an item whose id or title cannot be read is rejected. Titles, descriptions and other texts may be HTML
 * ({@link PlainText}). Times in a table are written as in logs, in our own JSON as epoch milliseconds.
 */
public final class ItemReader extends LineReader<Item> {

    /** Fields of JSON documents that hold the items. */
    private static final Set<String> LISTS = Set.of("@graph", "itemListElement", "products", "items");

    private interface Source {
        @Nullable
        Line next() throws IOException;
    }

    private final ItemValidator validator;
    private final ItemParser parser;
    private final Source source;
    private final String form;
    private final long asOfMs;

    private ItemReader(Path file, ItemSettings settings, String first, CountingInputStream counter) throws IOException {
        super(file, counter);
        this.asOfMs = settings.asOfMs();
        this.validator = new ItemValidator(settings.rules());
        if (first.startsWith("<")) {
            this.source = new XmlEntries(content())::next;
            this.parser = new FeedObjects(settings, ItemFormat.GOOGLE);
            this.form = "XML, items as " + settings.format().title();
        } else if (first.startsWith("{") || first.startsWith("[")) {
            this.source = isDocument(first) ? new JsonDocument(content(), LISTS)::next : lines()::next;
            this.parser = new FeedObjects(settings, ItemFormat.JSON);
            this.form = "JSON, items as " + settings.format().title();
        } else {
            Header header = header();
            ItemFormat format = format(header, settings);
            QuotedLines table =
                    new QuotedLines(lines(), header.separator(), header.names().size());
            this.form = described(header, format, settings);
            if (format == ItemFormat.SHOPIFY) {
                Optional<String> id = Optional.ofNullable(settings.columns().get(ItemColumn.ID.title()));
                this.source = new ProductGroups(table, header, id)::next;
                this.parser = new FeedObjects(settings.of(format), format);
            } else {
                this.source = table::next;
                this.parser = new ItemTable(header, format, settings);
            }
        }
    }

    /**
     * Opens a catalog in its form, which is detected, with default settings.
     *
     * @param asOfMs the update time of items that have none, in epoch milliseconds
     * @throws IOException if the file cannot be read or has no known form; the message states why
     */
    public static ItemReader open(Path file, long asOfMs) throws IOException {
        return open(file, ItemSettings.asOf(asOfMs));
    }

    /**
     * Opens a catalog.
     *
     * @throws IOException if the file cannot be read or is not of the form of the settings; the message states why
     */
    public static ItemReader open(Path file, ItemSettings settings) throws IOException {
        String first = firstText(file).orElseThrow(() -> new IOException("it has no line of text"));
        return open(file, in -> new ItemReader(file, settings, first.strip(), in));
    }

    /**
     * The items of a catalog, in the order of the file, without the fields that cannot be read.
     *
     * @param asOfMs the time of items without a time of their own, in epoch milliseconds
     * @throws IOException if the file cannot be read, is in no known form, or has a line that is no item
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

    /** Whether JSON is not an item per line. */
    private static boolean isDocument(String first) {
        return LogReader.isDocument(first) || hasList(first);
    }

    private static boolean hasList(String first) {
        try {
            JsonNode json = StrictJson.object(first);
            return LISTS.stream().anyMatch(list -> json.path(list).isArray());
        } catch (UnreadableJsonException e) {
            return false;
        }
    }

    private Header header() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int missing = 1; missing > 0; ) {
            texts.add(text());
            missing = Header.isSeparatorLine(texts.get(0)) ? 2 - texts.size() : 0;
        }
        return Header.of(texts);
    }

    private String text() throws IOException {
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
        return line.text();
    }

    private static ItemFormat format(Header header, ItemSettings settings) throws IOException {
        Set<String> names = header.names().stream().map(ItemShape::normal).collect(Collectors.toSet());
        if (settings.format() == ItemFormat.AUTO) {
            return header.lowerNames().contains(ItemColumn.ID.title())
                    ? ItemFormat.CSV
                    : ItemFormat.ofTable(names).orElse(ItemFormat.CSV);
        }
        if (!settings.format().isTable()) {
            throw new IOException(
                    "it is a table, not JSON in the format " + settings.format().title());
        }
        if (settings.columns().isEmpty() && !settings.format().shape().fits(names)) {
            throw new IOException("it is not in the format " + settings.format().title() + ": it " + header.seen());
        }
        return settings.format();
    }

    private static String described(Header header, ItemFormat format, ItemSettings settings) {
        List<String> read = format.shape().mapped(settings.columns()).described(header.names());
        return format.title() + ", " + String.join(", ", read);
    }

    /** The form of the file and, of a table, where the fields come from, for people. */
    public String form() {
        return form;
    }

    @Override
    @Nullable
    Line nextLine() throws IOException {
        return source.next();
    }

    @Override
    List<LogLine<Item>> parse(Line line) throws RejectedLineException {
        Losses losses = new Losses();
        Optional<RawItem> parsed = parser.parse(line.text(), losses);
        if (parsed.isEmpty()) {
            return List.of();
        }
        Item item = accepted(plain(parsed.get()), losses);
        return List.of(new LogLine.Accepted<>(line.number(), item, losses.reasons()));
    }

    private static RawItem plain(RawItem item) {
        return new RawItem(
                item.itemId(),
                PlainText.of(item.title()),
                PlainText.of(item.description()),
                item.categories().stream().map(PlainText::of).toList(),
                item.tags().stream().map(PlainText::of).toList(),
                PlainText.of(item.brand()),
                item.price(),
                item.currency(),
                item.imageUrl(),
                item.attributes(),
                item.available(),
                item.hidden(),
                item.publishedMs(),
                item.updatedMs());
    }

    /** The item without the fields that break the rules of all items. */
    private Item accepted(RawItem item, Losses losses) throws RejectedLineException {
        RawItem valid = item;
        for (Optional<Rejection> broken = validator.check(valid); broken.isPresent(); broken = validator.check(valid)) {
            String rule = broken.get().detail();
            valid = without(valid, rule, asOfMs);
            losses.add(rule);
        }
        return ItemValidator.accepted(valid);
    }

    /** @param rule which begins with the name of the field */
    private static RawItem without(RawItem item, String rule, long asOfMs) throws RejectedLineException {
        String field = rule.replaceFirst("\\W.*", "");
        if (!Set.of(
                        "description",
                        "categories",
                        "tags",
                        "brand",
                        "price",
                        "imageUrl",
                        "attributes",
                        "publishedMs",
                        "updatedMs")
                .contains(field)) {
            throw new RejectedLineException(rule);
        }
        return new RawItem(
                item.itemId(),
                item.title(),
                field.equals("description") ? "" : item.description(),
                field.equals("categories") ? List.of() : item.categories(),
                field.equals("tags") ? List.of() : item.tags(),
                field.equals("brand") ? "" : item.brand(),
                field.equals("price") ? OptionalDouble.empty() : item.price(),
                item.currency(),
                field.equals("imageUrl") ? "" : item.imageUrl(),
                field.equals("attributes") ? Map.of() : item.attributes(),
                item.available(),
                item.hidden(),
                field.equals("publishedMs") ? OptionalLong.empty() : item.publishedMs(),
                field.equals("updatedMs") ? asOfMs : item.updatedMs());
    }
}
