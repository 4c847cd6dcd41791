package dev.kindred.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.intake.Decimals;
import dev.kindred.model.Described;
import dev.kindred.model.EventTypes;
import dev.kindred.model.InteractionType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
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
     * A text in the path, without control characters and blanks at its ends.
     *
     * @param maxBytes its greatest length in UTF-8
     * @param check returns the broken rule; empty for a valid text
     */
    public static Parameter<String> path(
            String name, String sentence, int maxBytes, Function<String, Optional<String>> check) {
        ObjectNode schema = word(Described.NEW_ID).put("maxLength", maxBytes);
        return new Parameter<>(name, "path", sentence, schema, Optional.empty(), text -> {
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

    /**
     * A text in the path that matches a pattern.
     *
     * @param pattern of all of the text, a regular expression of both Java and ECMA-262
     * @param problem the rule that another text breaks
     */
    public static Parameter<String> path(String name, String sentence, Pattern pattern, String problem) {
        ObjectNode schema = word("^" + pattern.pattern() + "$");
        return new Parameter<>(name, "path", sentence, schema, Optional.empty(), text -> {
            if (!pattern.matcher(text).matches()) {
                reject(problem);
            }
            return text;
        });
    }

    /**
     * A text in the query that is not empty; the route validates it.
     *
     * @param pattern of valid texts, a regular expression of ECMA-262
     */
    public static Parameter<String> word(String name, String sentence, String pattern) {
        return new Parameter<>(name, "query", sentence, word(pattern), Optional.empty(), text -> text);
    }

    private static ObjectNode word(String pattern) {
        return type("string").put("minLength", 1).put("pattern", pattern);
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
        return number(name, sentence, schema, Parameter::decimal, "a number");
    }

    private static double decimal(String text) {
        return Decimals.parse(text).orElseThrow(NumberFormatException::new);
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

    /** A type of event in the query, under any of its usual names. */
    public static Parameter<InteractionType> eventType(String name, String sentence) {
        return constant(name, sentence, InteractionType.class, EventTypes::named);
    }

    /** A constant of an enum in the query, in upper or lower case. */
    public static <E extends Enum<E>> Parameter<E> constant(String name, String sentence, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return constant(
                name,
                sentence,
                type,
                text -> constants.stream()
                        .filter(constant -> constant.name().equalsIgnoreCase(text))
                        .findFirst());
    }

    private static <E extends Enum<E>> Parameter<E> constant(
            String name, String sentence, Class<E> type, Function<String, Optional<E>> named) {
        Set<String> names = Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ObjectNode schema = type("string");
        names.forEach(schema.putArray("enum")::add);
        return new Parameter<>(name, "query", sentence, schema, Optional.empty(), text -> {
            Optional<E> constant = named.apply(text);
            if (constant.isEmpty()) {
                checkChoice(text, names);
            }
            return constant.orElseThrow();
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
