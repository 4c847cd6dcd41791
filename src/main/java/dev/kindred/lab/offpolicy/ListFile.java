package dev.kindred.lab.offpolicy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists with their propensities and outcomes, one JSON object in a line.
 *
 * <p>Where chance chose the items, each has its propensity, and is a choice of its own:
 *
 * <pre>{"timestampMs":1735689600000,"listId":"l1","items":[{"itemId":"a","position":1,"propensity":0.25,"reward":1}]}</pre>
 *
 * <p>Where chance chose the variant of the whole list, the list has the propensity:
 *
 * <pre>{"timestampMs":1735689600000,"listId":"l2","variant":"b","propensity":0.5,"reward":0}</pre>
 *
 * <p>A reward that is absent is 0, a position that is absent is the place in the list. Other fields are ignored.
 */
final class ListFile {

    private ListFile() {}

    static ChoiceLog read(String name, BufferedReader reader) throws IOException {
        List<LoggedChoice> choices = new ArrayList<>();
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    addChoices(StrictJson.object(line), choices);
                } catch (UnreadableJsonException | IllegalArgumentException e) {
                    throw new IOException("%s, line %d: %s".formatted(name, number, e.getMessage()), e);
                }
            }
        }
        return new ChoiceLog(name, choices, new TreeSet<>(Set.of()));
    }

    private static void addChoices(JsonNode list, List<LoggedChoice> choices) {
        long timestampMs = (long) number(list, "timestampMs");
        if (list.has("variant") && list.has("propensity")) {
            choices.add(choice(timestampMs, list, "variant", 1));
            return;
        }
        if (!list.path("items").isArray()) {
            throw new IllegalArgumentException("a list needs variant and propensity, or items with a propensity each");
        }
        int place = 0;
        for (JsonNode item : list.path("items")) {
            choices.add(choice(timestampMs, item, "itemId", ++place));
        }
    }

    private static LoggedChoice choice(long timestampMs, JsonNode json, String action, int place) {
        return new LoggedChoice(
                timestampMs,
                StrictJson.text(json.path(action)),
                json.has("position") ? (int) number(json, "position") : place,
                json.has("reward") ? number(json, "reward") : 0,
                number(json, "propensity"));
    }

    private static double number(JsonNode json, String field) {
        if (!json.path(field).isNumber()) {
            throw new IllegalArgumentException(
                    field + " must be a number, got " + (json.has(field) ? json.get(field) : "none"));
        }
        return json.get(field).doubleValue();
    }
}
