package dev.kindred.http;

import dev.kindred.net.Percent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A path with placeholders, such as {@code /v1/users/{id}/profile}. A placeholder matches one segment that is not
 * empty.
 */
final class PathTemplate {

    private final String text;
    private final List<String> segments;

    PathTemplate(String text) {
        this.text = text;
        this.segments = split(text);
    }

    private static List<String> split(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /**
     * The values of the placeholders in a path, decoded, by name.
     *
     * @param path percent-encoded; it is split before it is decoded, so that an id may contain a slash
     * @return empty if the path does not match
     */
    Optional<Map<String, String>> match(String path) {
        Optional<Map<String, String>> values = values(path);
        values.ifPresent(encoded -> encoded.replaceAll((name, value) -> decode(name, value)));
        return values;
    }

    /** Whether a path matches, with any values, also with values that cannot be decoded. */
    boolean matches(String path) {
        return values(path).isPresent();
    }

    private Optional<Map<String, String>> values(String path) {
        List<String> given = split(path);
        if (given.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String segment = segments.get(i);
            if (isPlaceholder(segment) && !given.get(i).isEmpty()) {
                values.put(name(segment), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** The path with these values, percent-encoded. */
    String fill(Map<String, String> values) {
        return segments.stream()
                .map(segment ->
                        isPlaceholder(segment) ? Percent.encode(values.getOrDefault(name(segment), "")) : segment)
                .collect(Collectors.joining("/"));
    }

    private static String name(String placeholder) {
        return placeholder.substring(1, placeholder.length() - 1);
    }

    private static boolean isPlaceholder(String segment) {
        return segment.startsWith("{");
    }

    private static String decode(String name, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8); // in a path, a plus is literal
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(name, name + " is not percent-encoded");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
