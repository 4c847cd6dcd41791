package dev.kindred.topology;

import dev.kindred.intake.EventValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.intake.RejectionReason;
import dev.kindred.model.Interaction;
import dev.kindred.model.RawInteraction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes and validates events: good ones in their place go on under their user, misplaced ones are sent to the
 * partition of their user as they are, bad ones become dead letters.
 *
 * <p>Decoding happens here and not in the source, so that bytes that cannot be decoded are a record like any other.
 */
final class AcceptEvents extends ContextualProcessor<byte @Nullable [], byte @Nullable [], Object, Object> {

    private static final long OLDEST_OUTPUT_MS = Duration.ofDays(1).toMillis();
    private static final Logger log = LoggerFactory.getLogger(AcceptEvents.class);

    private final Topics topics;
    private final Placement placement;
    private final Supplier<Deserializer<RawInteraction>> deserializers;
    private final EventValidator validator;
    private final DeadLetters deadLetters;
    private final StreamObserver observer;
    private @Nullable Deserializer<RawInteraction> deserializer; // as long as the task is open

    AcceptEvents(
            TopologySettings settings, Supplier<Deserializer<RawInteraction>> deserializers, StreamObserver observer) {
        this.topics = settings.topics();
        this.placement = settings.placement();
        this.validator = new EventValidator(settings.intake());
        this.deadLetters = settings.deadLetters();
        this.deserializers = deserializers;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        super.init(context);
        deserializer = deserializers.get();
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> received) {
        Record<byte @Nullable [], byte @Nullable []> record = received.withTimestamp(plausible(received.timestamp()));
        RawInteraction event;
        try {
            event = decode(record);
        } catch (SerializationException e) {
            reject(record, new Rejection(RejectionReason.UNDECODABLE, String.valueOf(e.getMessage())), Optional.of(e));
            return;
        }
        Optional<Rejection> rejection = validator.check(event, context().currentSystemTimeMs());
        if (rejection.isPresent()) {
            reject(record, rejection.get(), Optional.empty());
        } else {
            accept(record, EventValidator.accepted(event));
        }
    }

    /**
     * A timestamp for what comes of a record: near the present, whatever the producer wrote, because brokers delete what
     * is old and refuse what is in the future.
     */
    private long plausible(long timestampMs) {
        long nowMs = context().currentSystemTimeMs();
        return Math.max(nowMs - OLDEST_OUTPUT_MS, Math.min(timestampMs, nowMs));
    }

    private RawInteraction decode(Record<byte @Nullable [], byte @Nullable []> record) {
        RawInteraction event = deserializer == null || record.value() == null
                ? null
                : deserializer.deserialize(topics.events(), record.value());
        if (event == null) {
            throw new SerializationException("the record has no value");
        }
        return event;
    }

    private void accept(Record<byte @Nullable [], byte @Nullable []> record, Interaction event) {
        if (isInPlace(record, event)) {
            observer.accepted(event.type());
            // without the producer's headers: they mean nothing to the consumers of what comes of it
            context().forward(new Record<>(event.userId(), event, record.timestamp()), RecommenderTopology.LEARN);
        } else {
            observer.rerouted();
            context().forward(record.withKey(event.userId()), RecommenderTopology.REROUTE);
        }
    }

    private boolean isInPlace(Record<byte @Nullable [], byte @Nullable []> record, Interaction event) {
        Optional<RecordMetadata> origin = context().recordMetadata();
        return origin.isEmpty()
                || origin.get().topic().equals(topics.eventsRerouted())
                || placement.isInPlace(
                        record.key(), event.userId(), origin.get().partition());
    }

    private void reject(
            Record<byte @Nullable [], byte @Nullable []> record, Rejection rejection, Optional<Exception> cause) {
        Optional<RecordMetadata> origin = context().recordMetadata();
        log.warn(
                "The event at {} goes to {} because of {}: {}",
                origin.map(AcceptEvents::place).orElse("an unknown place"),
                topics.deadLetters(),
                rejection.reason(),
                rejection.detail());
        observer.rejected(rejection.reason());
        context().forward(deadLetters.of(record, origin, rejection, cause), RecommenderTopology.DEAD_LETTERS);
    }

    private static String place(RecordMetadata origin) {
        return origin.topic() + "-" + origin.partition() + " offset " + origin.offset();
    }

    @Override
    public void close() {
        if (deserializer != null) {
            deserializer.close();
        }
    }
}
