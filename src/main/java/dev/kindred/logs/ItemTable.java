package dev.kindred.logs;

import dev.kindred.model.RawItem;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Items as lines under a header.
 *
 * <p>In our own format a column that is neither known nor an attribute is refused, not ignored: a misspelled {@code
 * availabel} would otherwise sell what is not there. Feeds have many other columns; these are ignored, and so are all
 * that {@code --map} does not name.
 */
final class ItemTable extends ItemParser implements ItemFields.Texts {

    private static final List<String> COLUMNS =
            Arrays.stream(ItemColumn.values()).map(ItemColumn::title).toList();

    private final ItemFields reader;
    private final FieldSplitter splitter;
    private final int width;
    private final Map<ItemColumn, int[]> positions = new EnumMap<>(ItemColumn.class);
    private final Map<String, Integer> attributes = new TreeMap<>();
    private List<String> fields = List.of(); // of the line that is parsed now

    /**
     * A parser of the lines under a header.
     *
     * @param format never {@link ItemFormat#AUTO}
     * @throws IOException if the header lacks the id, or names what there is not
     */
    ItemTable(Header header, ItemFormat format, ItemSettings settings) throws IOException {
        List<String> names = header.names();
        ItemShape shape = format.shape().mapped(settings.columns());
        this.reader = new ItemFields(settings, format, !header.separator().equals(","));
        this.splitter = new FieldSplitter(header.separator());
        this.width = names.size();
        if (settings.columns().isEmpty() && format == ItemFormat.CSV) {
            checkOwn(names);
        }
        checkGiven(header, settings);
        shape.columns().forEach((column, candidates) -> positions.put(column, positions(names, candidates)));
        shape.attributes().forEach((attribute, name) -> putAttribute(attribute, ItemShape.position(names, name)));
        for (int i = 0; i < names.size() && format.shape().equals(ItemShape.OWN); i++) {
            if (isAttribute(names.get(i))) {
                putAttribute(names.get(i).substring(ItemShape.ATTRIBUTE.length()), i);
            }
        }
        if (Objects.requireNonNull(positions.get(ItemColumn.ID)).length == 0) {
            throw new IOException("its first line does not name the column "
                    + String.join(" or ", shape.names(ItemColumn.ID)) + ": it " + header.seen()
                    + "; --map item_id=NAME says which column is the id");
        }
    }

    private static int[] positions(List<String> names, List<String> candidates) {
        return candidates.stream()
                .mapToInt(candidate -> ItemShape.position(names, candidate))
                .filter(position -> position >= 0)
                .distinct()
                .toArray();
    }

    private void putAttribute(String attribute, int position) {
        if (position >= 0) {
            attributes.put(attribute, position);
        }
    }

    private static void checkOwn(List<String> names) throws IOException {
        List<String> unknown = names.stream()
                .filter(name -> !COLUMNS.contains(name.toLowerCase(Locale.ROOT)) && !isAttribute(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IOException(unknown.stream()
                            .map(name -> unknown("column", name, COLUMNS))
                            .collect(Collectors.joining("; "))
                    + "; the columns are " + String.join(", ", COLUMNS) + "; name the column " + ItemShape.ATTRIBUTE
                    + "NAME to keep it as an attribute, or give --map item_id=NAME,title=NAME,... to ignore others");
        }
        if (names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count() < names.size()) {
            throw new IOException("its first line names a column twice");
        }
    }

    private static void checkGiven(Header header, ItemSettings settings) throws IOException {
        for (Map.Entry<String, String> given : settings.columns().entrySet()) {
            if (ItemShape.position(header.names(), given.getValue()) < 0) {
                throw new IOException("it " + header.seen() + ", so --map cannot take " + given.getKey() + " from "
                        + given.getValue());
            }
        }
    }

    private static boolean isAttribute(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(ItemShape.ATTRIBUTE)
                && name.length() > ItemShape.ATTRIBUTE.length();
    }

    @Override
    Optional<RawItem> parse(String line, Losses losses) throws RejectedLineException {
        fields = splitter.split(line);
        if (fields.size() != width) {
            throw new RejectedLineException("line has " + fields.size() + " fields instead of " + width);
        }
        return Optional.of(reader.item(this, losses));
    }

    /** The text of the first column of the meaning that has one. */
    @Override
    public List<String> get(ItemColumn column) {
        for (int position : positions.getOrDefault(column, new int[0])) {
            if (!fields.get(position).isEmpty()) {
                return List.of(fields.get(position));
            }
        }
        return List.of();
    }

    @Override
    public Map<String, String> attributes() {
        Map<String, String> texts = new TreeMap<>();
        attributes.forEach((attribute, position) -> {
            if (!fields.get(position).isEmpty()) {
                texts.put(attribute, fields.get(position));
            }
        });
        return texts;
    }
}
