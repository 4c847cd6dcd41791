package dev.kindred.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

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
        byGroup().forEach((group, keys) -> {
            lines.addAll(List.of("", "", "# ---- " + group + " ----"));
            keys.forEach(key -> lines.addAll(entry(key)));
        });
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, List<ConfigDef.ConfigKey>> byGroup() {
        Map<String, List<ConfigDef.ConfigKey>> groups = new LinkedHashMap<>();
        Definition.ALL.groups().forEach(group -> groups.put(group, new ArrayList<>()));
        Definition.ALL.configKeys().values().stream()
                .sorted((a, b) -> Integer.compare(a.orderInGroup, b.orderInGroup))
                .forEach(key -> groups.getOrDefault(key.group, List.of()).add(key));
        return groups;
    }

    private static List<String> entry(ConfigDef.ConfigKey key) {
        String value = key.defaultValue instanceof Password password
                ? password.value()
                : String.valueOf(ConfigDef.convertToString(key.defaultValue, key.type()));
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(wrapped(key.documentation));
        lines.addAll(wrapped("Default: " + inWords(key.name, value) + ". Range: " + key.validator + "."));
        lines.add(key.name + "=" + value);
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
