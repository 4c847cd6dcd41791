package dev.kindred.serde;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.RawInteraction;
import dev.kindred.serde.avro.InteractionEvent;
import dev.kindred.serde.avro.InteractionTypeValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Maps events to and from Avro. Types have the same names in both; Avro also has UNKNOWN. */
final class InteractionMapping {

    private static final Map<InteractionTypeValue, Optional<InteractionType>> FROM_AVRO = fromAvro();

    private InteractionMapping() {}

    static SpecificRecord toAvro(Interaction interaction) {
        return new InteractionEvent(
                interaction.userId(),
                interaction.itemId(),
                InteractionTypeValue.valueOf(interaction.type().name()),
                interaction.timestampMs(),
                interaction.strength(),
                interaction.eventId().orElse(null),
                interaction.amount().isPresent() ? interaction.amount().getAsDouble() : null,
                interaction.list().listId().orElse(null),
                interaction.list().scenario().orElse(null),
                interaction.list().variant().orElse(null),
                interaction.list().position().isPresent()
                        ? interaction.list().position().getAsInt()
                        : null);
    }

    static RawInteraction fromAvro(InteractionEvent event) {
        return new RawInteraction(
                Optional.ofNullable(event.getEventId()),
                event.getUserId(),
                event.getItemId(),
                FROM_AVRO.getOrDefault(event.getType(), Optional.empty()),
                event.getTimestampMs(),
                event.getStrength(),
                optional(event.getAmount()),
                list(event));
    }

    private static ListReference list(InteractionEvent event) {
        if (event.getListId() == null
                && event.getScenario() == null
                && event.getVariant() == null
                && event.getPosition() == null) {
            return ListReference.NONE; // as most events
        }
        return new ListReference(
                Optional.ofNullable(event.getListId()),
                Optional.ofNullable(event.getScenario()),
                Optional.ofNullable(event.getVariant()),
                event.getPosition() == null ? OptionalInt.empty() : OptionalInt.of(event.getPosition()));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Map<InteractionTypeValue, Optional<InteractionType>> fromAvro() {
        Map<InteractionTypeValue, Optional<InteractionType>> types = new EnumMap<>(InteractionTypeValue.class);
        for (InteractionType type : InteractionType.values()) {
            types.put(InteractionTypeValue.valueOf(type.name()), Optional.of(type));
        }
        return types;
    }
}
