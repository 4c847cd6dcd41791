package dev.kindred.lab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All combinations of the values of some settings. */
final class Grid {

    private Grid() {}

    /**
     * Combines all values.
     *
     * @param axes values by key, separated by commas
     * @return settings by key; one empty map without axes
     */
    static List<Map<String, String>> combinations(Map<String, String> axes) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (var axis : axes.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> shorter : combinations) {
                for (String value : List.of(axis.getValue().split(",", -1))) {
                    Map<String, String> extended = new LinkedHashMap<>(shorter);
                    extended.put(axis.getKey(), value.strip());
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
