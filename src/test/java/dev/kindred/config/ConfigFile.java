package dev.kindred.config;

import java.util.ArrayList;
import java.util.List;

/** Writes the file of all settings from their definition. */
final class ConfigFile {

    private static final int WIDTH = 118;
    private static final List<String> HEAD = List.of(
            "# All settings of Kindred with their defaults; written from their definition in the code.",
            "#",
            "# Use it with --config. The environment lies above it (vector.step is KINDRED_VECTOR_STEP), and --set on the",
            "# command line above both. Keys under kafka. go to all Kafka clients without that prefix, for TLS and SASL:",
            "# kafka.security.protocol=SASL_SSL");

    private ConfigFile() {}

    static String text() {
        List<String> lines = new ArrayList<>(HEAD);
        for (Group group : Settings.GROUPS) {
            lines.addAll(List.of("", "", "# ---- " + group.heading() + " ----"));
            group.settings().forEach(setting -> lines.addAll(entry(setting)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> entry(Setting<?> setting) {
        String value = setting.byDefault();
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(wrapped(setting.text()));
        lines.addAll(wrapped("Default: " + inWords(setting.key(), value) + ". Range: "
                + setting.kind().range() + "."));
        lines.add(setting.key() + "=" + value);
        return lines;
    }

    private static String inWords(String key, String value) {
        String words = key.endsWith(".ms") ? Units.time(value) : key.endsWith(".bytes") ? Units.size(value) : value;
        return words.isEmpty() ? "empty" : words.equals(value) ? value : value + " (" + words + ")";
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("#");
        for (String word : text.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
