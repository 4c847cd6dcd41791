package dev.kindred.config.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import dev.kindred.math.Spelling;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one YAML object. Reading a key makes it known, and {@link #end} rejects all other keys; so the code names every
 * valid key once, where it reads the key. All methods throw {@link YamlSyntaxException}.
 */
public final class Section {

    private static final KebabCaseStrategy KEBAB = new KebabCaseStrategy();

    private final JsonNode object;
    private final JsonPointer path;
    private final Lines lines;
    private final Set<String> known = new TreeSet<>();

    Section(JsonNode object, JsonPointer path, Lines lines) {
        this.object = object;
        this.path = path;
        this.lines = lines;
        if (!object.isObject()) {
            throw problem(path, "expected keys, each with a value, got " + shown(object));
        }
    }

    /** A whole number. */
    public int integer(String key, int otherwise) {
        return optionalInteger(key).orElse(otherwise);
    }

    /** An optional whole number. */
    public OptionalInt optionalInteger(String key) {
        JsonNode value = value(key, node -> node.isIntegralNumber() && node.canConvertToInt(), "a whole number");
        return value == null ? OptionalInt.empty() : OptionalInt.of(value.intValue());
    }

    /** A number. */
    public double number(String key, double otherwise) {
        JsonNode value = value(key, JsonNode::isNumber, "a number");
        return value == null ? otherwise : value.doubleValue();
    }

    /** True or false. */
    public boolean flag(String key, boolean otherwise) {
        JsonNode value = value(key, JsonNode::isBoolean, "true or false");
        return value == null ? otherwise : value.booleanValue();
    }

    /**
     * A text, converted to its meaning.
     *
     * @param meaning throws an {@link IllegalArgumentException} that describes the mistake in the text
     */
    public <T> T text(String key, T otherwise, Function<String, T> meaning) {
        JsonNode value = value(key, JsonNode::isTextual, "a text");
        if (value == null) {
            return otherwise;
        }
        try {
            return meaning.apply(value.textValue());
        } catch (IllegalArgumentException e) {
            throw problem(path.appendProperty(key), String.valueOf(e.getMessage()));
        }
    }

    /** Whether the value of a key is a text. */
    public boolean isText(String key) {
        return object.path(key).isTextual();
    }

    /** The keys below a key; empty if the key is missing. */
    public Optional<Section> section(String key) {
        return Optional.ofNullable(value(key, node -> true, "keys"))
                .map(node -> new Section(node, path.appendProperty(key), lines));
    }

    /** The sections of a list; empty if the key is missing. */
    public List<Section> sections(String key) {
        JsonNode list = value(key, JsonNode::isArray, "a list, each entry after a hyphen");
        List<Section> sections = new ArrayList<>();
        if (list != null) {
            for (int i = 0; i < list.size(); i++) {
                sections.add(new Section(list.get(i), path.appendProperty(key).appendIndex(i), lines));
            }
        }
        return sections;
    }

    /** All keys of this section, in their order in the text. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Whether a key is present. */
    public boolean has(String key) {
        return object.has(key);
    }

    /**
     * Makes the object that this section describes, and rejects unknown keys. The message of an {@link
     * IllegalArgumentException} begins with the name of the wrong argument; this method finds the line of its key.
     */
    public <T> T make(Supplier<T> maker) {
        end();
        return made(maker);
    }

    /** Makes an object of some keys of this section. */
    public <T> T made(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String key = KEBAB.translate(message.split(" ", 2)[0]);
            throw problem(object.has(key) ? path.appendProperty(key) : path, message);
        }
    }

    /** Rejects unknown keys. */
    public void end() {
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw problem(
                        path.appendProperty(key),
                        "there is no such key; "
                                + Spelling.nearest(key, known)
                                        .map(nearest -> "did you mean " + nearest + "?")
                                        .orElse("there is " + String.join(", ", known)));
            }
        }
    }

    private @Nullable JsonNode value(String key, Predicate<JsonNode> isRight, String expected) {
        known.add(key);
        JsonNode value = object.get(key);
        if (value == null) {
            return null;
        }
        if (value.isNull()) {
            throw problem(path.appendProperty(key), "there is no value; write one, or leave the key out");
        }
        if (!isRight.test(value)) {
            throw problem(path.appendProperty(key), "expected " + expected + ", got " + shown(value));
        }
        return value;
    }

    private static String shown(JsonNode node) {
        return node.isObject() ? "keys" : node.isArray() ? "a list" : node.isValueNode() ? node.toString() : "nothing";
    }

    private YamlSyntaxException problem(JsonPointer key, String problem) {
        String name = key.matches() ? "the top" : key.toString().substring(1).replace('/', '.');
        return new YamlSyntaxException(lines.of(key), name + ": " + problem);
    }
}
