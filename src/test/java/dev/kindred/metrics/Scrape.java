package dev.kindred.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus understands of a text that it has read. */
final class Scrape {

    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");
    private static final String HELP = "# HELP ";
    private static final String TYPE = "# TYPE ";

    private final Map<String, String> help = new LinkedHashMap<>(); // by family
    private final Map<String, String> types = new LinkedHashMap<>(); // by family
    private final Map<String, Double> values = new LinkedHashMap<>(); // by series as written

    Scrape(String text) {
        text.lines().forEach(this::read);
    }

    private void read(String line) {
        if (line.startsWith(HELP)) {
            String[] words = line.substring(HELP.length()).split(" ", 2);
            help.put(words[0], words[1]);
        } else if (line.startsWith(TYPE)) {
            String[] words = line.substring(TYPE.length()).split(" ", 2);
            types.put(words[0], words[1]);
        } else {
            Matcher series = SERIES.matcher(line);
            if (!series.matches()) {
                throw new AssertionError("no series: " + line);
            }
            values.put(line.substring(0, series.start(3) - 1), Double.valueOf(series.group(3)));
        }
    }

    /** The value of a series, written like {@code name{label="value"}}. */
    double value(String series) {
        Double value = values.get(series);
        if (value == null) {
            throw new AssertionError("no " + series + " in " + values.keySet());
        }
        return value;
    }

    /** The sum over all series of a name. */
    double sum(String name) {
        return values.entrySet().stream()
                .filter(series -> name(series.getKey()).equals(name))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Whether a series of a name has a number. */
    boolean hasValue(String name) {
        return values.entrySet().stream()
                .anyMatch(series ->
                        name(series.getKey()).equals(name) && !series.getValue().isNaN());
    }

    private static String name(String series) {
        return series.split("\\{", 2)[0];
    }

    /** What a query may ask for. */
    Set<String> names() {
        return values.keySet().stream().map(Scrape::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All names of labels. */
    Set<String> labels() {
        return values.keySet().stream()
                .flatMap(series -> labels(series).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> labels(String series) {
        return LABEL.matcher(series).results().map(label -> label.group(1)).toList();
    }

    /** The labels of a family, without the bounds of a histogram. */
    Set<String> labelsOf(String family) {
        return values.keySet().stream()
                .filter(series -> Arrays.asList(family, family + "_count").contains(name(series)))
                .flatMap(series -> labels(series).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The family that has this sentence beside it, and no other; that of the greatest value of a timer aside. */
    String familyOf(String meaning) {
        List<String> families = help.entrySet().stream()
                .filter(family -> family.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .filter(family -> !family.endsWith("_max"))
                .toList();
        if (families.size() != 1) {
            throw new AssertionError("one family should be: " + meaning + ", got " + families);
        }
        return families.get(0);
    }

    /** The type of a family: counter, gauge or histogram. */
    String type(String family) {
        return types.getOrDefault(family, "none");
    }
}
