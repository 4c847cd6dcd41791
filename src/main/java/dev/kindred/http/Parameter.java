package dev.kindred.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One parameter of a route: its parser, its valid values and its description in the OpenAPI document. It is also the
 * key for its value in {@link Arguments}.
 */
public final class Parameter<T> {

    private final String name;
    private final String place;
    private final String sentence;
    private final ObjectNode schema;
    private final Optional<T> byDefault;
    private final Function<String, T> parser; // throws IllegalArgumentException with the rule

    private Parameter(
            String name,
            String place,
            String sentence,
            ObjectNode schema,
            Optional<T> byDefault,
            Function<String, T> parser) {
        this.name = name;
        this.place = place;
        this.sentence = sentence;
        this.schema = schema;
        this.byDefault = byDefault;
        this.parser = parser;
    }

    /**
     * A text in the path.
     *
     * @param check returns the broken rule; empty for a valid text
     */
    public static Parameter<String> path(String name, String sentence, Function<String, Optional<String>> check) {
        return new Parameter<>(name, "path", sentence, type("string").put("minLength", 1), Optional.empty(), text -> {
            check.apply(text).ifPresent(Parameter::reject);
            return text;
        });
    }

    /** A whole number in the query. */
    public static Parameter<Integer> integer(String name, String sentence, int min, int max, int byDefault) {
        ObjectNode schema =
                type("integer").put("minimum", min).put("maximum", max).put("default", byDefault);
        return new Parameter<>(name, "query", sentence, schema, Optional.of(byDefault), text -> {
            int value = parseInt(text, min, max);
            if (value < min || value > max) {
                reject("must be in [" + min + ", " + max + "], got " + value);
            }
            return value;
        });
    }

    private static int parseInt(String text, int min, int max) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number in [" + min + ", " + max + "]", e);
        }
    }

    /** A text in the query; the route validates it. */
    public static Parameter<String> text(String name, String sentence) {
        return new Parameter<>(name, "query", sentence, type("string"), Optional.empty(), text -> text);
    }

    /** A timestamp in the query, in epoch milliseconds. */
    public static Parameter<Long> timestamp(String name, String sentence) {
        ObjectNode schema = type("integer").put("format", "int64");
        return number(name, sentence, schema, Long::valueOf, "a whole number");
    }

    /** A number in the query. */
    public static Parameter<Double> real(String name, String sentence) {
        ObjectNode schema = type("number").put("format", "double");
        return number(name, sentence, schema, Double::valueOf, "a number");
    }

    private static <N> Parameter<N> number(
            String name, String sentence, ObjectNode schema, Function<String, N> parser, String kind) {
        return new Parameter<>(name, "query", sentence, schema, Optional.empty(), text -> {
            try {
                return parser.apply(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be " + kind, e);
            }
        });
    }

    /** A constant of an enum in the query, in upper or lower case. */
    public static <E extends Enum<E>> Parameter<E> constant(String name, String sentence, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        Set<String> names = constants.stream().map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
        ObjectNode schema = type("string");
        names.forEach(schema.putArray("enum")::add);
        return new Parameter<>(name, "query", sentence, schema, Optional.empty(), text -> {
            String word = text.toUpperCase(Locale.ROOT);
            checkChoice(word, names);
            return Enum.valueOf(type, word);
        });
    }

    /** The same parameter, but optional. */
    public Parameter<Optional<T>> optional() {
        return new Parameter<>(
                name, place, sentence, schema, Optional.of(Optional.empty()), text -> Optional.of(parser.apply(text)));
    }

    /** One word of a set in the query, with a default. */
    public static Parameter<String> choice(String name, String sentence, Set<String> choices, String byDefault) {
        ObjectNode schema = type("string").put("default", byDefault);
        choices.forEach(schema.putArray("enum")::add);
        return new Parameter<>(name, "query", sentence, schema, Optional.of(byDefault), text -> {
            checkChoice(text, choices);
            return text;
        });
    }

    /** Words of a set in the query, separated by commas. */
    public static Parameter<Set<String>> choices(
            String name, String sentence, Set<String> choices, Collection<String> byDefault) {
        ObjectNode schema = type("array").put("uniqueItems", true);
        choices.forEach(schema.putObject("items").put("type", "string").putArray("enum")::add);
        byDefault.forEach(schema.putArray("default")::add);
        Optional<Set<String>> defaults = Optional.of(new LinkedHashSet<>(byDefault));
        return new Parameter<>(name, "query", sentence, schema, defaults, text -> {
            List<String> words = Arrays.asList(text.split(",", -1));
            words.forEach(word -> checkChoice(word, choices));
            return new LinkedHashSet<>(words);
        });
    }

    private static void checkChoice(String word, Set<String> choices) {
        if (!choices.contains(word)) {
            reject("must be one of " + String.join(", ", new TreeSet<>(choices)));
        }
    }

    private static void reject(String rule) {
        throw new IllegalArgumentException(rule);
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** The name in the request. */
    public String name() {
        return name;
    }

    boolean isInQuery() {
        return place.equals("query");
    }

    /**
     * Parses a value.
     *
     * @throws ProblemException if it is missing and has no default, or is invalid
     */
    T parse(Optional<String> text) {
        try {
            return text.map(parser)
                    .or(() -> byDefault)
                    .orElseThrow(() -> ProblemException.parameter(name, name + " is missing"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(name, name + " " + e.getMessage());
        }
    }

    /** The parameter as OpenAPI describes it. */
    ObjectNode describe() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", place)
                .put("description", sentence)
                .put("required", byDefault.isEmpty());
        if (schema.path("type").asText().equals("array")) {
            json.put("style", "form").put("explode", false);
        }
        json.set("schema", schema);
        return json;
    }
}
