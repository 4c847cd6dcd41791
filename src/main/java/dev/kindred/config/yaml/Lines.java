package dev.kindred.config.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The line of each key of a text. */
final class Lines {

    private final Map<JsonPointer, Integer> byKey = new HashMap<>();

    /** Reads a whole text. */
    Lines(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            byKey.putIfAbsent(
                    parser.getParsingContext().pathAsPointer(),
                    parser.currentTokenLocation().getLineNr());
        }
    }

    /** The line of a key; of its parent if the key is missing. */
    int of(JsonPointer key) {
        JsonPointer known = key;
        while (!byKey.containsKey(known) && known.head() != null) {
            known = known.head();
        }
        return byKey.getOrDefault(known, 1);
    }
}
