package dev.kindred.logs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.json.StrictJson;
import dev.kindred.logs.LineSource.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a JSON file that is not one object per line: a list, or objects over several lines. Each is returned
 * as the line where it begins. A file that stops being JSON ends with a line that says so.
 */
final class JsonDocument {

    private final JsonParser parser;
    private final Set<String> lists;
    private boolean atEnd;

    JsonDocument(InputStream in) throws IOException {
        this(in, Set.of());
    }

    /** @param lists names of fields whose objects are returned in the place of the object that holds them */
    JsonDocument(InputStream in, Set<String> lists) throws IOException {
        this.parser = StrictJson.parser(in);
        this.lists = lists;
    }

    /** The next object, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        while (!atEnd) {
            try {
                JsonToken token = parser.nextToken();
                long number = parser.currentTokenLocation().getLineNr();
                if (token == null) {
                    atEnd = true;
                } else if (token == JsonToken.START_OBJECT) {
                    Optional<ObjectNode> json = object();
                    if (json.isPresent()) {
                        return new Line(number, json.get().toString(), null);
                    }
                } else if (token == JsonToken.FIELD_NAME) { // after a list
                    if (!enter()) {
                        parser.skipChildren();
                    }
                } else if (token != JsonToken.END_OBJECT
                        && token != JsonToken.START_ARRAY
                        && token != JsonToken.END_ARRAY) {
                    parser.skipChildren();
                    return new Line(number, "", "line is no JSON object");
                }
            } catch (JsonProcessingException e) {
                atEnd = true;
                return new Line(
                        Math.max(1, parser.currentLocation().getLineNr()),
                        "",
                        "line is not JSON, so the rest of the file cannot be read: "
                                + RejectedLineException.shown(e.getOriginalMessage()));
            }
        }
        return null;
    }

    /** The object that has begun; empty if it holds a list of objects, which has begun then. */
    private Optional<ObjectNode> object() throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (enter()) {
                return Optional.empty();
            }
            json.set(name, parser.readValueAsTree());
        }
        return Optional.of(json);
    }

    /** Goes to the value of a field; true if it is a list of objects. */
    private boolean enter() throws IOException {
        String name = parser.currentName();
        return parser.nextToken() == JsonToken.START_ARRAY && lists.contains(name);
    }
}
