package dev.kindred.topology;

import dev.kindred.intake.EventValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.model.Interaction;
import dev.kindred.model.RawInteraction;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and validates events: good ones in their place go on under their user, misplaced ones are sent to the
 * partition of their user as they are, bad ones become dead letters.
 */
final class AcceptEvents extends AcceptRecords<RawInteraction> {

    private final String control;
    private final Placement placement;
    private final EventValidator validator;
    private final StreamObserver observer;

    AcceptEvents(
            TopologySettings settings, Supplier<Deserializer<RawInteraction>> deserializers, StreamObserver observer) {
        super("event", settings.topics().events(), RecommenderTopology.DEAD_LETTERS, settings, deserializers, observer);
        this.control = settings.topics().control();
        this.placement = settings.placement();
        this.validator = new EventValidator(settings.intake());
        this.observer = observer;
    }

    @Override
    Optional<Rejection> check(RawInteraction event) {
        return validator.check(event, context().currentSystemTimeMs());
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, RawInteraction raw) {
        Interaction event = EventValidator.accepted(raw);
        if (isInPlace(record, event)) {
            observer.accepted(event.type());
            // without the producer's headers: they mean nothing to the consumers of the outputs
            context().forward(new Record<>(event.userId(), event, record.timestamp()), RecommenderTopology.LEARN);
        } else {
            observer.rerouted();
            context().forward(ControlRecords.ofEvent(record.withKey(event.userId())), RecommenderTopology.REROUTE);
        }
    }

    private boolean isInPlace(Record<byte @Nullable [], byte @Nullable []> record, Interaction event) {
        Optional<RecordMetadata> origin = context().recordMetadata();
        return origin.isEmpty()
                || origin.get().topic().equals(control)
                || placement.isInPlace(
                        record.key(), event.userId(), origin.get().partition());
    }
}
