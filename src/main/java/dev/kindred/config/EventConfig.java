package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.InteractionType;
import dev.kindred.topology.DeadLetters;
import dev.kindred.vector.TypeWeights;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The settings of events: limits of intake, and the weight of each type. */
final class EventConfig {

    static final Group EVENTS = new Group("Events");
    static final Setting<Integer> MAX_ID_BYTES =
            EVENTS.integer("event.id.max.bytes", IntakeSettings.DEFAULT.maxIdBytes(), between(1, 4096), """
            The maximum length of a user id or item id, in bytes of UTF-8. Raise it when your ids are longer.""");

    static final Setting<Duration> FUTURE_TOLERANCE = EVENTS.duration(
            "event.future.tolerance.ms", IntakeSettings.DEFAULT.futureTolerance(), between(0, 31_536_000_000L), """
            How far the clock of a producer may be ahead; an event from further ahead becomes a dead letter. Lower it
            when the clocks of all producers are accurate.""");

    static final Setting<Long> EARLIEST_TIMESTAMP = EVENTS.whole(
            "event.earliest.timestamp.ms", IntakeSettings.DEFAULT.earliest().toEpochMilli(), Limit.atLeast(0), """
            The earliest valid time of an event, 1990 by default. Raise it to catch times in seconds instead of
            milliseconds, lower it to replay an older log.""");

    static final Setting<String> MISSING_IDS =
            EVENTS.text("event.id.missing", "", Limit.matching(".{0,1000}", "words separated by commas"), """
            Words that stand for a missing id, separated by commas, besides null, nan, none and the like, which are
            always rejected. Add those that your exports use, such as guest.""");

    static final Setting<Integer> DEAD_LETTER_MAX_BYTES =
            EVENTS.integer("dead.letter.max.bytes", 2 << 20, between(1024, 64 << 20), """
            The maximum size of the original record in a dead letter; Kindred truncates a longer one and notes that in
            the headers. Raise it when your brokers accept larger events and you need them complete.""");

    private static final Setting<DeadLetters.Content> DEAD_LETTER_CONTENT =
            EVENTS.oneOf("dead.letter.content", DeadLetters.Content.FULL, """
            The content of a dead letter: full keeps key, value and headers of the rejected record, where ids of users may
            be anywhere; none keeps only reason and place. Pseudonyms imply none. Set it to none when no rejected record
            may be kept; the producer is then the only one who can repair and send it again.""");

    static final Group WEIGHTS = new Group("Weights of events");

    private static final Map<InteractionType, Setting<Double>> BY_TYPE = new EnumMap<>(InteractionType.class);

    static {
        weight(InteractionType.BROWSE, 1, "a view of a product's page. Lower it when pages open by accident.");
        weight(InteractionType.CLICK, 1, "a click. Lower it when clicks are frequent and show little interest.");
        weight(InteractionType.FAVORITE, 3, "a favorite. Raise it when shoppers use favorites with care.");
        weight(
                InteractionType.CART,
                3,
                "adding an item to the cart. Lower it when shoppers use the cart as a notepad.");
        weight(InteractionType.PURCHASE, 5, "a purchase. Raise it when most views are without purpose.");
        weight(InteractionType.RATING, 1, "one star of a rating. Raise it when ratings matter more than visits.");
        weight(
                InteractionType.DISLIKE,
                -1,
                "a dislike. Lower it further when a dislike should cancel more than one visit.");
    }

    private EventConfig() {}

    private static void weight(InteractionType type, double byDefault, String text) {
        String key = "event.weight." + type.name().toLowerCase(Locale.ROOT);
        BY_TYPE.put(type, WEIGHTS.number(key, byDefault, between(-1000.0, 1000.0), "The weight of " + text));
    }

    static IntakeSettings of(Values values) {
        return new IntakeSettings(
                values.get(MAX_ID_BYTES),
                values.get(FUTURE_TOLERANCE),
                Instant.ofEpochMilli(values.get(EARLIEST_TIMESTAMP)),
                Arrays.stream(values.get(MISSING_IDS).split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** @param mayHaveContent false where no id of the shop may be kept */
    static DeadLetters deadLetters(Values values, boolean mayHaveContent) {
        return new DeadLetters(
                values.get(DEAD_LETTER_MAX_BYTES),
                mayHaveContent && values.get(DEAD_LETTER_CONTENT) == DeadLetters.Content.FULL);
    }

    static TypeWeights weights(Values values) {
        Map<InteractionType, Double> weights = new EnumMap<>(InteractionType.class);
        BY_TYPE.forEach((type, weight) -> weights.put(type, values.get(weight)));
        return TypeWeights.of(weights);
    }
}
