package dev.kindred.logs;

import dev.kindred.model.RawItem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Items as lines of comma-separated text under a header.
 *
 * <p>A column that is neither known nor an attribute is refused, not passed over: a misspelled {@code availabel} would
 * otherwise sell what is not there.
 */
final class ItemTable extends ItemParser {

    private static final String ID = "item_id";
    private static final String ATTRIBUTE = "attr.";
    private static final String SEPARATOR = "\\|";

    private static final List<String> COLUMNS = List.of(
            ID,
            "title",
            "description",
            "categories",
            "tags",
            "brand",
            "price",
            "currency",
            "image_url",
            "available",
            "hidden",
            "published",
            "updated",
            "attributes");

    private static final Map<String, Boolean> FLAGS =
            Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);

    private final FieldSplitter splitter = new FieldSplitter(",");
    private final List<String> names; // of all columns, in the order of the file
    private final long asOfMs;

    /**
     * A parser of the lines under a header.
     *
     * @param asOfMs the time of items without one
     * @throws IOException if the header lacks the id, or names what there is not
     */
    ItemTable(String header, long asOfMs) throws IOException {
        this.names = names(header);
        this.asOfMs = asOfMs;
        for (String name : names) {
            if (!COLUMNS.contains(name) && !isAttribute(name)) {
                throw new IOException(
                        unknown("column", name, COLUMNS) + "; the columns are " + String.join(", ", COLUMNS)
                                + "; name the column " + ATTRIBUTE + "NAME to keep it as an attribute");
            }
        }
        if (!names.contains(ID)) {
            throw new IOException("its first line does not name the column " + ID);
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IOException("its first line names a column twice");
        }
    }

    private static List<String> names(String header) throws IOException {
        try {
            return new FieldSplitter(",")
                    .split(header).stream().map(ItemTable::name).toList();
        } catch (RejectedLineException e) {
            throw new IOException("its first line is no header: " + e.getMessage(), e);
        }
    }

    /** In lower case, except for the name of an attribute, which is the shop's. */
    private static String name(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        return isAttribute(lower) ? ATTRIBUTE + column.substring(ATTRIBUTE.length()) : lower;
    }

    private static boolean isAttribute(String name) {
        return name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length();
    }

    @Override
    RawItem parse(String line) throws RejectedLineException {
        List<String> fields = splitter.split(line);
        if (fields.size() != names.size()) {
            throw new RejectedLineException("line has " + fields.size() + " fields instead of " + names.size());
        }
        return new RawItem(
                text(fields, ID),
                text(fields, "title"),
                text(fields, "description"),
                words(fields, "categories"),
                words(fields, "tags"),
                text(fields, "brand"),
                price(fields),
                text(fields, "currency"),
                text(fields, "image_url"),
                attributes(fields),
                flag(fields, "available", true),
                flag(fields, "hidden", false),
                published(fields),
                updated(fields));
    }

    /** Empty if there is no such column. */
    private String text(List<String> fields, String name) {
        int position = names.indexOf(name);
        return position < 0 ? "" : fields.get(position);
    }

    private List<String> words(List<String> fields, String name) {
        return Arrays.asList(text(fields, name).split(SEPARATOR, -1));
    }

    private OptionalDouble price(List<String> fields) throws RejectedLineException {
        String amount = text(fields, "price");
        if (amount.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(amount));
        } catch (NumberFormatException e) {
            throw new RejectedLineException("price " + RejectedLineException.shown(amount) + " is not a number");
        }
    }

    private Map<String, String> attributes(List<String> fields) throws RejectedLineException {
        Map<String, String> attributes = new TreeMap<>(ItemObjects.attributes(text(fields, "attributes")));
        for (int i = 0; i < names.size(); i++) {
            if (isAttribute(names.get(i)) && !fields.get(i).isEmpty()) {
                attributes.put(names.get(i).substring(ATTRIBUTE.length()), fields.get(i));
            }
        }
        return attributes;
    }

    private boolean flag(List<String> fields, String name, boolean byDefault) throws RejectedLineException {
        String text = text(fields, name);
        Boolean flag = text.isEmpty() ? Boolean.valueOf(byDefault) : FLAGS.get(text.toLowerCase(Locale.ROOT));
        if (flag == null) {
            throw new RejectedLineException(
                    name + " " + RejectedLineException.shown(text) + " is neither true nor false");
        }
        return flag;
    }

    private OptionalLong published(List<String> fields) throws RejectedLineException {
        String text = text(fields, "published");
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(time("published", text));
    }

    private long updated(List<String> fields) throws RejectedLineException {
        String text = text(fields, "updated");
        return text.isEmpty() ? asOfMs : time("updated", text);
    }
}
