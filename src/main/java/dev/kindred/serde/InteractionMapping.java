package dev.kindred.serde;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import dev.kindred.serde.avro.InteractionEvent;
import dev.kindred.serde.avro.InteractionTypeValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events between the domain and Avro. The types of both go by the same names; the wire has UNKNOWN besides. */
final class InteractionMapping {

    private static final Map<InteractionType, InteractionTypeValue> TO_AVRO = toAvro();

    private static final Map<InteractionTypeValue, Optional<InteractionType>> FROM_AVRO = fromAvro();

    private InteractionMapping() {}

    static SpecificRecord toAvro(Interaction interaction) {
        InteractionEvent event = new InteractionEvent();
        event.setUserId(interaction.userId());
        event.setItemId(interaction.itemId());
        event.setType(TO_AVRO.get(interaction.type()));
        event.setTimestampMs(interaction.timestampMs());
        event.setStrength(interaction.strength());
        interaction.eventId().ifPresent(event::setEventId);
        interaction.amount().ifPresent(event::setAmount);
        return event;
    }

    static RawInteraction fromAvro(InteractionEvent event) {
        return new RawInteraction(
                Optional.ofNullable(event.getEventId()),
                event.getUserId(),
                event.getItemId(),
                FROM_AVRO.getOrDefault(event.getType(), Optional.empty()),
                event.getTimestampMs(),
                event.getStrength(),
                optional(event.getAmount()));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Map<InteractionType, InteractionTypeValue> toAvro() {
        Map<InteractionType, InteractionTypeValue> values = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            values.put(type, InteractionTypeValue.valueOf(type.name()));
        }
        return values;
    }

    private static Map<InteractionTypeValue, Optional<InteractionType>> fromAvro() {
        Map<InteractionTypeValue, Optional<InteractionType>> types = new EnumMap<>(InteractionTypeValue.class);
        TO_AVRO.forEach((type, value) -> types.put(value, Optional.of(type)));
        return types;
    }
}
