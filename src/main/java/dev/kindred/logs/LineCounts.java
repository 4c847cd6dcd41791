package dev.kindred.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts rejected lines, or lost fields, by the rule that they break, and keeps the first ones. Memory is bounded. */
public final class LineCounts {

    private static final int EXAMPLES = 10;
    private static final int MAX_RULES = 1000;
    private static final int SHOWN_RULES = 10;
    private static final String OTHERS = "other reasons";

    private final List<LogLine.Rejected<?>> examples = new ArrayList<>();
    private final Map<String, Long> byRule = new HashMap<>();
    private long rejected;

    /** Counts a line. */
    public void add(LogLine.Rejected<?> line) {
        rejected++;
        String rule = line.rule();
        byRule.merge(byRule.size() < MAX_RULES || byRule.containsKey(rule) ? rule : OTHERS, 1L, Long::sum);
        if (examples.size() < EXAMPLES) {
            examples.add(line);
        }
    }

    /** Counts the fields that a line lost. */
    public void addLosses(LogLine.Accepted<?> line) {
        line.losses().forEach(loss -> add(new LogLine.Rejected<>(line.lineNumber(), loss)));
    }

    public long rejected() {
        return rejected;
    }

    /** The first lines. */
    public List<LogLine.Rejected<?>> examples() {
        return List.copyOf(examples);
    }

    /** The commonest rules with their numbers of lines, the greatest first. */
    public Map<String, Long> byRule() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        byRule.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_RULES)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
