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

    private static final char REPLACEMENT = '\uFFFD'; // what a decoder makes of bytes that are no UTF-8

    private final String text;
    private final List<String> segments;

    PathTemplate(String text) {
        this.text = text;
        this.segments = split(text);
    }

    /** The segments of a path, still percent-encoded. */
    static List<String> split(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /**
     * The values of the placeholders in a path, decoded, by name.
     *
     * @param path percent-encoded; it is split before it is decoded, so that an id may contain a slash
     * @return empty if the path does not match
     */
    Optional<Map<String, String>> match(String path) {
        return match(split(path));
    }

    /** The same for a path that is split, which is done once for all templates. */
    Optional<Map<String, String>> match(List<String> given) {
        Optional<Map<String, String>> values = values(given);
        values.ifPresent(encoded -> encoded.replaceAll((name, value) -> decode(name, value)));
        return values;
    }

    /** Whether a path matches, with any values, also with values that cannot be decoded. */
    boolean matches(String path) {
        return accepts(split(path));
    }

    private Optional<Map<String, String>> values(List<String> given) {
        if (!accepts(given)) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String segment = segments.get(i);
            if (isPlaceholder(segment)) {
                values.put(name(segment), given.get(i));
            }
        }
        return Optional.of(values);
    }

    private boolean accepts(List<String> given) {
        if (given.size() != segments.size()) {
            return false;
        }
        for (int i = given.size() - 1; i >= 0; i--) { // most templates differ at the end
            String segment = segments.get(i);
            boolean isValue = isPlaceholder(segment) && !given.get(i).isEmpty();
            if (!isValue && !segment.equals(given.get(i))) {
                return false;
            }
        }
        return true;
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
            String decoded = URLDecoder.decode(
                    value.replace("+", "%2B"), StandardCharsets.UTF_8); // in a path, a plus is literal
            if (decoded.indexOf(REPLACEMENT) >= 0) { // else different malformed ids would become the same one
                throw ProblemException.parameter(name, name + " is not percent-encoded UTF-8");
            }
            return decoded;
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(name, name + " is not percent-encoded");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
