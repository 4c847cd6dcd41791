package dev.kindred.logs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Detects the layout of a log from its first lines. */
final class LayoutFinder {

    private static final List<LogFormat> FORMATS_WITH_HEADER =
            List.of(LogFormat.CSV, LogFormat.MOVIELENS, LogFormat.RETAILROCKET);

    private LayoutFinder() {}

    /**
     * The layout of a file.
     *
     * @param firstLines the first lines that are not blank
     * @throws UnknownLogFormatException if the lines do not have the requested format, or no known format
     */
    static Layout find(Path file, LogFormat wanted, List<String> firstLines) throws UnknownLogFormatException {
        if (wanted == LogFormat.TAOBAO) {
            return Layout.TAOBAO;
        }
        if (firstLines.isEmpty()) {
            throw new UnknownLogFormatException(file, "has no line of text");
        }
        List<String> names = names(firstLines.get(0));
        Optional<Layout> layout = ofHeader(wanted, names).or(() -> ofData(wanted, firstLines));
        if (layout.isEmpty()) {
            throw new UnknownLogFormatException(file, problem(wanted, names));
        }
        return layout.get();
    }

    private static List<String> names(String header) {
        try {
            return new FieldSplitter(',')
                    .split(header).stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList();
        } catch (RejectedLineException noHeader) {
            return List.of();
        }
    }

    private static Optional<Layout> ofHeader(LogFormat wanted, List<String> names) {
        return FORMATS_WITH_HEADER.stream()
                .filter(format -> wanted == LogFormat.AUTO || wanted == format)
                .flatMap(format -> Layout.ofHeader(format, names).stream())
                .findFirst();
    }

    private static Optional<Layout> ofData(LogFormat wanted, List<String> lines) {
        return Stream.of(Layout.TAOBAO, Layout.MOVIELENS_TABS)
                .filter(layout -> wanted == LogFormat.AUTO || wanted == layout.format())
                .filter(layout -> lines.stream().anyMatch(line -> fits(layout, line)))
                .findFirst();
    }

    private static boolean fits(Layout layout, String line) {
        try {
            return new LineParser(layout, "").parse(1, line).strength() > 0;
        } catch (RejectedLineException otherFormat) {
            return false;
        }
    }

    private static String problem(LogFormat wanted, List<String> names) {
        List<String> missing = Layout.missing(wanted, names);
        if (wanted == LogFormat.AUTO || missing.isEmpty()) {
            return "has no known format in its first lines";
        }
        return "is not in the format " + wanted.title() + ": its first line does not name "
                + String.join(", ", missing);
    }
}
