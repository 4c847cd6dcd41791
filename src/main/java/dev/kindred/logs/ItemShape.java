package dev.kindred.logs;

import dev.kindred.model.EventTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How files of a format of items are written, as a row of a table. Names are compared by {@link #normal}.
 *
 * @param columns names of each meaning, the first that an item has counts; in JSON, paths
 * @param attributes names of what is kept as an attribute, by the name of the attribute
 * @param marks groups of names: a file with one of each group has this shape
 * @param steps whether a list of categories is the steps of one category
 */
record ItemShape(
        Map<ItemColumn, List<String>> columns,
        Map<String, String> attributes,
        List<List<String>> marks,
        boolean steps) {

    /** Before the name of an attribute in a header, and in {@code --map}. */
    static final String ATTRIBUTE = "attr.";

    private static final String GOOGLE_PREFIX = "g:";

    /** The names of our own format. */
    static final ItemShape OWN = own();

    private static ItemShape own() {
        Map<ItemColumn, List<String>> columns = new EnumMap<>(ItemColumn.class);
        Arrays.stream(ItemColumn.values()).forEach(column -> columns.put(column, List.of(column.title())));
        return new ItemShape(columns, Map.of(), List.of(), false);
    }

    /** A shape with columns {@code title=name|other name ...} and marks {@code name|other name ...}. */
    static ItemShape of(String columns, String marks) {
        Map<ItemColumn, List<String>> names = new EnumMap<>(ItemColumn.class);
        for (String column : words(columns)) {
            String[] parts = column.split("=", 2);
            names.put(ItemColumn.named(parts[0]).orElseThrow(), alternatives(parts[1]));
        }
        List<List<String>> groups =
                words(marks).stream().map(ItemShape::alternatives).toList();
        return new ItemShape(names, Map.of(), groups, false);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static List<String> alternatives(String text) {
        return List.of(text.split("[|]", -1));
    }

    /** The same shape with attributes. */
    ItemShape keeping(String names) {
        Map<String, String> kept = new LinkedHashMap<>();
        words(names).forEach(name -> kept.put(name, name));
        return new ItemShape(columns, kept, marks, steps);
    }

    /** The same shape where a list of categories is one category. */
    ItemShape withSteps() {
        return new ItemShape(columns, attributes, marks, true);
    }

    /** The same shape with the columns that a user names in the place of its own. */
    ItemShape mapped(Map<String, String> given) {
        Map<ItemColumn, List<String>> all = new EnumMap<>(columns);
        Map<String, String> kept = new LinkedHashMap<>(attributes);
        given.forEach((title, name) -> {
            Optional<ItemColumn> column = ItemColumn.named(title);
            column.ifPresent(known -> all.put(known, List.of(name)));
            if (column.isEmpty()) {
                kept.put(title.substring(ATTRIBUTE.length()), name);
            }
        });
        return new ItemShape(all, kept, marks, steps);
    }

    /** Whether an item with these {@link #normal} names may be of this shape. */
    boolean fits(Set<String> names) {
        return marks.stream().allMatch(group -> group.stream().anyMatch(name -> names.contains(normal(name))));
    }

    List<String> names(ItemColumn column) {
        return columns.getOrDefault(column, List.of());
    }

    /** Letters and digits of a name, without Google's prefix, but with the {@code @} of JSON-LD. */
    static String normal(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith(GOOGLE_PREFIX) ? lower.substring(GOOGLE_PREFIX.length()) : lower;
        return (bare.startsWith("@") ? "@" : "") + EventTypes.normal(bare);
    }

    /** The position of a name among others: that of the same name, else of one that is equal but for its spelling. */
    static int position(List<String> names, String name) {
        List<String> lower =
                names.stream().map(other -> other.toLowerCase(Locale.ROOT)).toList();
        int same = lower.indexOf(name.toLowerCase(Locale.ROOT));
        return same >= 0 ? same : names.stream().map(ItemShape::normal).toList().indexOf(normal(name));
    }

    /** Those of the names that the shape reads, in its order, each with its meaning. */
    List<String> described(List<String> names) {
        List<String> read = new ArrayList<>();
        columns.forEach((column, candidates) -> candidates.stream()
                .filter(candidate -> position(names, candidate) >= 0)
                .findFirst()
                .ifPresent(candidate -> read.add(column.title() + " from " + names.get(position(names, candidate)))));
        attributes.forEach((attribute, name) -> {
            if (position(names, name) >= 0) {
                read.add(ATTRIBUTE + attribute + " from " + names.get(position(names, name)));
            }
        });
        return read;
    }
}
