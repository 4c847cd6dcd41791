package dev.kindred.logs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first line of a table.
 *
 * @param separator between its fields
 * @param names its fields as they are written
 * @param lines the number of lines of text that it takes, 2 if a spreadsheet's {@code sep=} comes before it
 */
record Header(String separator, List<String> names, int lines) {

    /** The separators that are tried, the likeliest first. */
    static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", "::");

    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    /** The header in the first lines of text: its separator is what makes the most fields of it. */
    static Header of(List<String> lines) {
        Matcher told = SEPARATOR_LINE.matcher(lines.get(0).strip());
        if (told.matches() && lines.size() > 1) {
            return split(told.group(1), lines.get(1), 2);
        }
        return SEPARATORS.stream()
                .map(separator -> split(separator, lines.get(0), 1))
                .max(Comparator.<Header>comparingInt(header -> header.names.size())
                        .thenComparing(header -> -SEPARATORS.indexOf(header.separator)))
                .orElseThrow();
    }

    /** Whether a first line is the one that spreadsheets write before the header. */
    static boolean isSeparatorLine(String line) {
        return SEPARATOR_LINE.matcher(line.strip()).matches();
    }

    private static Header split(String separator, String line, int lines) {
        try {
            return new Header(separator, new FieldSplitter(separator).split(line), lines);
        } catch (RejectedLineException noHeader) {
            return new Header(separator, List.of(), lines);
        }
    }

    List<String> lowerNames() {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** A description for messages; begins with "has". */
    String seen() {
        return "has the columns " + names.stream().limit(20).collect(Collectors.joining(", ")) + " (separator "
                + (separator.equals("\t") ? "tab" : "'" + separator + "'") + ")";
    }
}
