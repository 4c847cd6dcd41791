package dev.kindred.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A query in Prometheus' language, as far as needed to know what it asks for. */
final class PromQl {

    private static final Set<String> WORDS = Set.of(
            "and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "bool", "offset");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");

    private final String skeleton; // without texts and ranges

    PromQl(String query) {
        skeleton = RANGE.matcher(TEXT.matcher(query).replaceAll("")).replaceAll("");
    }

    /** The names of all metrics. */
    Set<String> metrics() {
        String rest =
                GROUPING.matcher(SELECTOR.matcher(skeleton).replaceAll("")).replaceAll("");
        return namesIn(rest);
    }

    /** The names of all labels. */
    Set<String> labels() {
        String labels = Pattern.compile(SELECTOR + "|" + GROUPING)
                .matcher(skeleton)
                .results()
                .map(PromQl::content)
                .collect(Collectors.joining(" "));
        return namesIn(labels);
    }

    private static String content(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static Set<String> namesIn(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }
}
