package dev.kindred.topology;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.intake.EventValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.intake.RejectionReason;
import dev.kindred.json.EventJson;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.Interaction;
import dev.kindred.model.Pseudonyms;
import dev.kindred.model.RawInteraction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and validates events: good ones in their place go on under their user, misplaced ones are sent to the
 * partition of their user, bad ones become dead letters. Users have pseudonyms from here on where the settings say so.
 * Those from before the erasure of their user, and those of users without a required consent, are dropped.
 *
 * <p>A value that begins with a brace is JSON, one event or a list of them; each event of a list is a record of its own
 * from here on. The time of an event without one is that of its record.
 */
final class AcceptEvents extends AcceptRecords<RawInteraction> {

    private final String events;
    private final String control;
    private final Placement placement;
    private final EventValidator validator;
    private final Pseudonyms pseudonyms;
    private final Serializer<Interaction> encoded;
    private final TaskErasures erasures;
    private final RequiredConsent consent;
    private final ItemAdmission admission;
    private final StreamObserver observer;
    private final boolean hasFeedback;
    private final boolean learns;

    AcceptEvents(
            TopologySettings settings,
            Supplier<Deserializer<RawInteraction>> deserializers,
            Serializer<Interaction> encoded,
            TaskErasures erasures,
            RequiredConsent consent,
            ItemAdmission admission,
            StreamObserver observer) {
        super("event", settings.topics().events(), RecommenderTopology.DEAD_LETTERS, settings, deserializers, observer);
        this.events = settings.topics().events();
        this.control = settings.topics().control();
        this.placement = settings.placement();
        this.validator = new EventValidator(settings.intake());
        this.pseudonyms = settings.pseudonyms();
        this.encoded = encoded;
        this.erasures = erasures;
        this.consent = consent;
        this.admission = admission;
        this.observer = observer;
        this.hasFeedback = settings.feedback().enabled();
        this.learns = settings.learning().enabled();
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> received) {
        if (EventJson.isJson(received.value())) {
            acceptJson(received);
        } else {
            super.process(received);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the only event of a value is the value itself
    private void acceptJson(Record<byte @Nullable [], byte @Nullable []> received) {
        Record<byte @Nullable [], byte @Nullable []> record = plausible(received);
        try {
            JsonNode json = json(Objects.requireNonNull(received.value()));
            for (JsonNode event : EventJson.all(json)) {
                acceptJson(event == json ? record : record.withValue(bytes(event)), event, received.timestamp());
            }
        } catch (UnreadableJsonException e) {
            reject(record, e.rejection(), Optional.of(e));
        }
    }

    private void acceptJson(Record<byte @Nullable [], byte @Nullable []> record, JsonNode json, long arrivedMs) {
        RawInteraction event;
        try {
            event = EventJson.event(json, arrivedMs);
        } catch (UnreadableJsonException e) {
            reject(record, e.rejection(), Optional.of(e));
            return;
        }
        boolean hasTime = json.hasNonNull("timestampMs");
        judge(record, hasTime ? record : record.withValue(bytes(EventJson.timed(json, arrivedMs))), event);
    }

    /** Its message leaves out the text, which may be personal data. */
    private static JsonNode json(byte[] value) throws UnreadableJsonException {
        try {
            return StrictJson.object(value);
        } catch (UnreadableJsonException e) {
            throw new UnreadableJsonException(
                    RejectionReason.UNDECODABLE, "the record is no JSON object in UTF-8 with each name once");
        }
    }

    private static byte[] bytes(JsonNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    Optional<Rejection> check(RawInteraction event) {
        return validator.check(event, context().currentSystemTimeMs()).or(() -> admission.problem(event.itemId()));
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, RawInteraction raw) {
        Interaction event = pseudonyms.of(EventValidator.accepted(raw));
        boolean isMasked = !event.userId().equals(raw.userId());
        if (isMasked ? !isInPartition(event) : !isInPlace(record, event)) {
            observer.rerouted();
            context()
                    .forward(
                            ControlRecords.ofEvent(sentOn(record, event, isMasked), arrivedMs()),
                            RecommenderTopology.REROUTE);
        } else if (isErased(event)) {
            observer.droppedAsErased();
        } else if (consent.isMissing(context(), event.userId())) {
            observer.droppedWithoutConsent();
        } else {
            observer.accepted(event.type());
            // without the producer's headers: they mean nothing to the consumers of the outputs
            send(new Record<>(event.userId(), event, record.timestamp()));
        }
    }

    /** Nobody learns from what was only shown, but it may have outcomes. Lists learn from the vector before the event. */
    private void send(Record<String, Interaction> accepted) {
        if (hasFeedback) {
            context().forward(accepted, RecommenderTopology.ATTRIBUTE);
        }
        if (accepted.value().type().isTouch()) {
            if (learns) {
                context().forward(accepted, RecommenderTopology.LEARN_FROM_LISTS);
            }
            context().forward(accepted, RecommenderTopology.LEARN);
        }
    }

    /** Whether the event came before the erasure of its user. So did one from an old log that is sent again. */
    private boolean isErased(Interaction event) {
        return erasures.of(context()).covers(event.userId(), Math.min(arrivedMs(), event.timestampMs()));
    }

    /** The record under its user. With pseudonyms, neither value nor headers name the user otherwise. */
    private Record<String, byte @Nullable []> sentOn(
            Record<byte @Nullable [], byte @Nullable []> record, Interaction event, boolean isMasked) {
        Record<String, byte @Nullable []> sent = record.withKey(event.userId());
        if (pseudonyms.isOn()) {
            sent = sent.withHeaders(new RecordHeaders());
        }
        return isMasked ? sent.withValue(encoded.serialize(events, event)) : sent;
    }

    private boolean isInPartition(Interaction event) {
        Optional<RecordMetadata> origin = context().recordMetadata();
        return origin.isEmpty()
                || placement.partitionOf(event.userId()) == origin.get().partition();
    }

    private boolean isInPlace(Record<byte @Nullable [], byte @Nullable []> record, Interaction event) {
        Optional<RecordMetadata> origin = context().recordMetadata();
        return origin.isEmpty()
                || origin.get().topic().equals(control)
                || placement.isInPlace(
                        record.key(), event.userId(), origin.get().partition());
    }
}
