package dev.kindred.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.json.StrictJson;
import dev.kindred.logs.LineSource.Line;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a JSON file that is not one object per line: a list, or objects over several lines. Each is returned
 * as the line where it begins. A file that stops being JSON ends with a line that says so.
 */
final class JsonDocument {

    private final com.fasterxml.jackson.core.JsonParser parser;
    private boolean atEnd;

    JsonDocument(InputStream in) throws IOException {
        this.parser = StrictJson.parser(in);
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
                    JsonNode json = parser.readValueAsTree();
                    return new Line(number, json.toString(), null);
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
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
}
