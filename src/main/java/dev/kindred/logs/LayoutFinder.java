package dev.kindred.logs;

import dev.kindred.model.EventTypes;
import dev.kindred.model.InteractionType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Detects the layout of a log from its first lines. */
final class LayoutFinder {

    /** Names of columns that are probably meant, letters and digits alone. */
    private static final Map<Column, List<String>> USUAL = Map.of(
            Column.USER,
            List.of(
                    "userid",
                    "user",
                    "uid",
                    "customerid",
                    "customer",
                    "visitorid",
                    "visitor",
                    "clientid",
                    "sessionid",
                    "memberid",
                    "shopperid"),
            Column.ITEM,
            List.of(
                    "itemid",
                    "item",
                    "iid",
                    "productid",
                    "product",
                    "sku",
                    "articleid",
                    "article",
                    "asin",
                    "movieid",
                    "goodsid",
                    "variantid"),
            Column.TYPE,
            List.of("eventtype", "event", "eventname", "type", "action", "behavior", "behaviortype", "interaction"),
            Column.TIMESTAMP,
            List.of(
                    "timestamp",
                    "timestampms",
                    "time",
                    "ts",
                    "eventtime",
                    "datetime",
                    "date",
                    "createdat",
                    "unixtime"));

    private final Path file;
    private final LogSettings settings;
    private final List<String> lines;

    private LayoutFinder(Path file, LogSettings settings, List<String> lines) {
        this.file = file;
        this.settings = settings;
        this.lines = lines;
    }

    /**
     * The layout of a table.
     *
     * @param lines the first lines that are not blank
     * @throws UnknownLogFormatException if the lines do not have the requested format, or no known format
     */
    static Layout find(Path file, LogSettings settings, List<String> lines) throws UnknownLogFormatException {
        if (lines.isEmpty()) {
            throw new UnknownLogFormatException(file, "has no line of text");
        }
        return new LayoutFinder(file, settings, lines).find();
    }

    private Layout find() throws UnknownLogFormatException {
        Header header = Header.of(lines);
        if (!settings.columns().isEmpty()) {
            return mapped(header);
        }
        Optional<Layout> layout = shapes(Shape.Kind.HEADER)
                .flatMap(row -> Layout.of(row.format(), row.shape(), header.separator(), header.lowerNames()).stream())
                .findFirst()
                .or(this::plain);
        if (layout.isPresent()) {
            return layout.get();
        }
        if (settings.format() == LogFormat.TAOBAO) {
            return plain(shapes(Shape.Kind.PLAIN).findFirst().orElseThrow());
        }
        throw problem(header);
    }

    private record Row(LogFormat format, Shape shape) {}

    private Stream<Row> shapes(Shape.Kind kind) {
        return Arrays.stream(LogFormat.values())
                .filter(format -> settings.format() == LogFormat.AUTO || settings.format() == format)
                .flatMap(format -> format.shapes().stream()
                        .filter(shape -> shape.kind() == kind)
                        .map(shape -> new Row(format, shape)));
    }

    private Optional<Layout> plain() {
        return shapes(Shape.Kind.PLAIN)
                .filter(row -> lines.stream().anyMatch(line -> fits(row.shape(), line)))
                .findFirst()
                .map(LayoutFinder::plain);
    }

    private static boolean fits(Shape shape, String line) {
        try {
            return shape.fits(new FieldSplitter(shape.separator()).split(line));
        } catch (RejectedLineException otherShape) {
            return false;
        }
    }

    private static Layout plain(Row row) {
        return Layout.of(
                        row.format(),
                        row.shape(),
                        row.shape().separator(),
                        numbers(row.shape().width()))
                .orElseThrow();
    }

    private static List<String> numbers(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
    }

    /** A layout with columns that the user names. A column of all events may be left out if it has our own name. */
    private Layout mapped(Header header) throws UnknownLogFormatException {
        boolean plain = settings.columns().values().stream().allMatch(name -> name.matches("\\d{1,3}"));
        List<String> names = plain ? numbers(header.names().size()) : header.lowerNames();
        Map<Column, String> roles = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String name = settings.given(column).orElse(column.title()).toLowerCase(Locale.ROOT);
            if (names.contains(name)) {
                roles.put(column, name);
            } else if (settings.given(column).isPresent()) {
                throw new UnknownLogFormatException(
                        file, header.seen() + ", so --map cannot take " + column.title() + " from " + name, false);
            }
        }
        Shape shape = new Shape(
                plain ? Shape.Kind.PLAIN : Shape.Kind.HEADER,
                header.separator(),
                Map.of(),
                // stars without a type are ratings
                roles.containsKey(Column.STRENGTH) && !roles.containsKey(Column.TYPE)
                        ? Optional.of(InteractionType.RATING)
                        : Optional.empty(),
                List.of(),
                List.of());
        List<String> missing = Column.REQUIRED.stream()
                .filter(column -> shape.needs(column) && !roles.containsKey(column))
                .map(Column::title)
                .toList();
        if (!missing.isEmpty()) {
            throw new UnknownLogFormatException(
                    file, header.seen() + "; --map does not say which is " + String.join(", ", missing), false);
        }
        return new Layout(LogFormat.CSV, shape, header.separator(), names, roles);
    }

    /** The fault of a table that has no known layout. */
    private UnknownLogFormatException problem(Header header) {
        List<String> names = header.lowerNames();
        List<String> missing = new ArrayList<>(Column.REQUIRED.stream()
                .map(Column::title)
                .filter(title -> !names.contains(title))
                .toList());
        Map<Column, String> meant = meant(header, missing);
        if (isInstacart(names)) {
            return new UnknownLogFormatException(
                    file,
                    "is Instacart's " + (names.contains("user_id") ? "orders" : "order_products") + ": orders have no"
                            + " items and no dates, and the products of an order no user. Join both files by order_id,"
                            + " compute a timestamp from days_since_prior_order, and give --map"
                            + " item_id=product_id",
                    false);
        }
        if (settings.format() == LogFormat.AUTO && missing.size() - meant.size() > 1) {
            return new UnknownLogFormatException(file, "has no known format: it " + header.seen());
        }
        if (settings.format() != LogFormat.AUTO && settings.format() != LogFormat.CSV) {
            return new UnknownLogFormatException(
                    file, "is not in the format " + settings.format().title() + ": it " + header.seen());
        }
        missing.sort(null);
        return new UnknownLogFormatException(
                file, "does not name " + String.join(", ", missing) + ": it " + header.seen() + hint(meant), false);
    }

    private static boolean isInstacart(List<String> names) {
        return names.contains("order_id")
                && (names.contains("add_to_cart_order") || names.contains("days_since_prior_order"))
                && !names.contains("timestamp");
    }

    private static Map<Column, String> meant(Header header, List<String> missing) {
        Map<Column, String> meant = new LinkedHashMap<>();
        USUAL.keySet().stream()
                .sorted()
                .filter(column -> missing.contains(column.title()))
                .forEach(column -> {
                    List<String> usual = USUAL.getOrDefault(column, List.of());
                    usual.stream()
                            .flatMap(name -> header.names().stream()
                                    .filter(written ->
                                            EventTypes.normal(written).equals(name)))
                            .findFirst()
                            .ifPresent(name -> meant.put(column, name));
                });
        return meant;
    }

    private static String hint(Map<Column, String> meant) {
        if (meant.isEmpty()) {
            return "";
        }
        String words = meant.entrySet().stream()
                .map(entry -> "did you mean " + entry.getKey().title() + " by '" + entry.getValue() + "'")
                .collect(Collectors.joining(", "));
        String map = meant.entrySet().stream()
                .map(entry -> entry.getKey().title() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
        return "; " + words + "? Then give --map " + map;
    }
}
