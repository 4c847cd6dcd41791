package dev.kindred.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.intake.RejectionReason;
import dev.kindred.model.EventTypes;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.RawInteraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event in the JSON of {@code POST /v1/events}: {@code userId}, {@code itemId}, {@code type} and optionally
 * {@code timestampMs}, {@code strength}, {@code eventId}, {@code amount}, and {@code listId}, {@code scenario}, {@code
 * variant} and {@code position} of the list that showed the item. A number as an id counts as its text, a field that is
 * null as absent. Types may have any of the names of {@link EventTypes}.
 *
 * <p>A list of items that were shown together is one object, {@code {"userId": "ann", "listId": "...", "shown": ["tea",
 * "cup"]}}: an impression of each, the first in position 1.
 */
public final class EventJson {

    private static final List<String> FIELDS = List.of(
            "userId",
            "itemId",
            "type",
            "timestampMs",
            "strength",
            "eventId",
            "amount",
            "listId",
            "scenario",
            "variant",
            "position");

    private static final String SHOWN = "shown";
    private static final List<String> SHOWN_BESIDE = List.of("userId", "timestampMs", "listId", "scenario", "variant");

    private static final String EVENTS = "events";

    private EventJson() {}

    /** Whether the value of a record is meant as JSON: it begins with a brace, and Avro's wire format with a zero byte. */
    public static boolean isJson(byte @Nullable [] value) {
        return value != null && value.length > 0 && value[0] == '{';
    }

    /**
     * The events of an object: those in its list {@code events}, or the one that it is itself. Items that were shown
     * together become an event each.
     *
     * @throws UnreadableJsonException if {@code events} is no list, is empty, or has fields beside it
     */
    public static List<JsonNode> all(JsonNode json) throws UnreadableJsonException {
        JsonNode events = json.path(EVENTS);
        if (events.isMissingNode() && !json.isEmpty()) {
            return each(json);
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getKey().equals(EVENTS)) {
                throw new UnreadableJsonException(
                        RejectionReason.UNDECODABLE, "there is no field " + shown(field.getKey()) + " beside events");
            }
        }
        if (isAbsent(events) || (events.isArray() && events.isEmpty())) {
            throw new UnreadableJsonException(RejectionReason.UNDECODABLE, "events is missing or empty");
        }
        if (!events.isArray()) {
            throw new UnreadableJsonException(
                    RejectionReason.UNDECODABLE, "events must be a list, got " + kind(events));
        }
        List<JsonNode> all = new ArrayList<>(events.size());
        events.forEach(event -> all.addAll(each(event)));
        return all;
    }

    /** An impression of each item that was shown; the event itself if it tells of nothing shown, or is wrong. */
    private static List<JsonNode> each(JsonNode event) {
        if (!event.hasNonNull(SHOWN) || problemOfShown(event).isPresent()) {
            return List.of(event);
        }
        ObjectNode common = event.deepCopy();
        JsonNode shown = common.remove(SHOWN);
        common.put("type", InteractionType.IMPRESSION.name());
        List<JsonNode> impressions = new ArrayList<>(shown.size());
        for (JsonNode item : shown) {
            impressions.add(
                    common.deepCopy().put("position", impressions.size() + 1).set("itemId", item));
        }
        return impressions;
    }

    /** The broken rule of an event with {@code shown}. */
    private static Optional<String> problemOfShown(JsonNode event) {
        JsonNode shown = event.path(SHOWN);
        if (!shown.isArray() || shown.isEmpty()) {
            return Optional.of("shown must be a list of items, got " + (shown.isArray() ? "none" : kind(shown)));
        }
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            if (!field.getKey().equals(SHOWN)
                    && !SHOWN_BESIDE.contains(field.getKey())
                    && !isAbsent(field.getValue())) {
                return Optional.of("there is no field " + shown(field.getKey()) + " beside shown: there may be "
                        + String.join(", ", SHOWN_BESIDE));
            }
        }
        return Optional.empty();
    }

    /** An event with its time, so that it keeps the time when it is sent on. */
    public static JsonNode timed(JsonNode event, long timestampMs) {
        ObjectNode timed = event.deepCopy();
        return timed.put("timestampMs", timestampMs);
    }

    /**
     * The event of an object without a time of its own.
     *
     * @param nowMs the time of an event without one, in epoch milliseconds
     */
    public static RawInteraction event(JsonNode json, long nowMs) throws UnreadableJsonException {
        return event(json, EventTypes::named, Optional.empty(), Optional.of(nowMs));
    }

    /**
     * The event of an object of a recorded log, which must have a time.
     *
     * @param types finds the type of a name
     * @param eventId of an event without one
     */
    public static RawInteraction event(JsonNode json, Function<String, Optional<InteractionType>> types, String eventId)
            throws UnreadableJsonException {
        return event(json, types, Optional.of(eventId), Optional.empty());
    }

    private static RawInteraction event(
            JsonNode json,
            Function<String, Optional<InteractionType>> types,
            Optional<String> eventId,
            Optional<Long> nowMs)
            throws UnreadableJsonException {
        if (!json.isObject()) {
            throw new UnreadableJsonException(
                    RejectionReason.UNDECODABLE, "event must be an object, got " + kind(json));
        }
        checkFields(json);
        JsonNode own = json.path("eventId");
        return new RawInteraction(
                isAbsent(own) ? eventId : Optional.of(id(json, "eventId", RejectionReason.INVALID_EVENT_ID)),
                id(json, "userId", RejectionReason.INVALID_USER),
                id(json, "itemId", RejectionReason.INVALID_ITEM),
                Optional.of(type(json.path("type"), types)),
                time(json.path("timestampMs"), nowMs),
                number(json, "strength", RejectionReason.INVALID_STRENGTH).orElse(1),
                number(json, "amount", RejectionReason.INVALID_AMOUNT),
                list(json));
    }

    private static ListReference list(JsonNode json) throws UnreadableJsonException {
        Optional<String> listId = text(json, "listId");
        Optional<String> scenario = text(json, "scenario");
        Optional<String> variant = text(json, "variant");
        OptionalInt position = position(json.path("position"));
        return listId.isEmpty() && scenario.isEmpty() && variant.isEmpty() && position.isEmpty()
                ? ListReference.NONE
                : new ListReference(listId, scenario, variant, position);
    }

    private static Optional<String> text(JsonNode json, String name) throws UnreadableJsonException {
        return isAbsent(json.path(name)) ? Optional.empty() : Optional.of(id(json, name, RejectionReason.INVALID_LIST));
    }

    private static OptionalInt position(JsonNode value) throws UnreadableJsonException {
        if (isAbsent(value)) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new UnreadableJsonException(
                    RejectionReason.INVALID_LIST, "position must be a whole number, got " + kind(value));
        }
        return OptionalInt.of(value.intValue());
    }

    private static void checkFields(JsonNode json) throws UnreadableJsonException {
        if (json.hasNonNull(SHOWN)) {
            throw new UnreadableJsonException(
                    RejectionReason.UNDECODABLE, problemOfShown(json).orElse("shown must not be inside shown"));
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!FIELDS.contains(field.getKey()) && !field.getKey().equals(SHOWN)) {
                throw new UnreadableJsonException(
                        RejectionReason.UNDECODABLE,
                        "there is no field " + shown(field.getKey()) + ": an event has " + String.join(", ", FIELDS));
            }
        }
    }

    private static String shown(String name) {
        return "'" + (name.length() <= 40 ? name : name.substring(0, 40) + "...") + "'";
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String id(JsonNode json, String name, RejectionReason reason) throws UnreadableJsonException {
        JsonNode value = json.path(name);
        if (isAbsent(value)) {
            throw new UnreadableJsonException(reason, name + " is missing");
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new UnreadableJsonException(reason, name + " must be text, got " + kind(value));
        }
        return StrictJson.text(value);
    }

    private static InteractionType type(JsonNode value, Function<String, Optional<InteractionType>> types)
            throws UnreadableJsonException {
        if (!value.isTextual()) {
            throw unknownType(isAbsent(value) ? "is missing" : "must be text, got " + kind(value));
        }
        Optional<InteractionType> type = types.apply(value.textValue());
        if (type.isEmpty()) {
            throw unknownType(shown(value.textValue()) + " is no known type of event");
        }
        return type.get();
    }

    private static UnreadableJsonException unknownType(String problem) {
        String known = Arrays.stream(InteractionType.values()).map(Enum::name).collect(Collectors.joining(", "));
        return new UnreadableJsonException(RejectionReason.UNKNOWN_TYPE, "type " + problem + ": types are " + known);
    }

    private static long time(JsonNode value, Optional<Long> nowMs) throws UnreadableJsonException {
        if (isAbsent(value) && nowMs.isPresent()) {
            return nowMs.get();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadableJsonException(
                    RejectionReason.INVALID_TIME,
                    "timestampMs must be a whole number, in epoch milliseconds, got " + kind(value));
        }
        return value.longValue();
    }

    private static OptionalDouble number(JsonNode json, String name, RejectionReason reason)
            throws UnreadableJsonException {
        JsonNode value = json.path(name);
        if (isAbsent(value)) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw new UnreadableJsonException(reason, name + " must be a number, got " + kind(value));
        }
        return OptionalDouble.of(value.doubleValue());
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "a number that is not whole or too large";
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }
}
