package dev.kindred.topology;

import dev.kindred.intake.Rejection;
import dev.kindred.intake.RejectionReason;
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
 * The first station of a source: decodes records and judges them; good ones go on, bad ones become dead letters.
 *
 * <p>Decoding happens here and not in the source, so that bytes that cannot be decoded are a record like any other.
 *
 * @param <T> the type of the records
 */
abstract class AcceptRecords<T> extends ContextualProcessor<byte @Nullable [], byte @Nullable [], Object, Object> {

    private static final long OLDEST_OUTPUT_MS = Duration.ofDays(1).toMillis();
    private static final Logger log = LoggerFactory.getLogger(AcceptRecords.class);

    private final String kind;
    private final String topic;
    private final String deadLetterSink;
    private final Supplier<Deserializer<T>> deserializers;
    private final Topics topics;
    private final DeadLetters deadLetters;
    private final StreamObserver observer;
    private @Nullable Deserializer<T> deserializer; // as long as the task is open
    private long arrivedMs; // of the record in process

    /**
     * A station that is not open yet.
     *
     * @param kind the name of a record in the log, for example event
     * @param topic that records of this kind come from, at first hand
     * @param deadLetterSink the name of the sink for rejected records
     */
    AcceptRecords(
            String kind,
            String topic,
            String deadLetterSink,
            TopologySettings settings,
            Supplier<Deserializer<T>> deserializers,
            StreamObserver observer) {
        this.kind = kind;
        this.topic = topic;
        this.deadLetterSink = deadLetterSink;
        this.topics = settings.topics();
        this.deadLetters = settings.deadLetters();
        this.deserializers = deserializers;
        this.observer = observer;
    }

    /** The reason to reject a record, if there is one. */
    abstract Optional<Rejection> check(T value);

    /** Forwards a valid record. */
    abstract void accept(Record<byte @Nullable [], byte @Nullable []> record, T value);

    /** When the record in process came to Kafka, however long ago. */
    final long arrivedMs() {
        return arrivedMs;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        super.init(context);
        deserializer = deserializers.get();
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> received) {
        arrivedMs = ControlRecords.arrivedMs(received);
        Record<byte @Nullable [], byte @Nullable []> record = plausible(received);
        T value;
        try {
            value = decode(record);
        } catch (SerializationException e) {
            reject(record, new Rejection(RejectionReason.UNDECODABLE, String.valueOf(e.getMessage())), Optional.of(e));
            return;
        }
        judge(record, record, value);
    }

    /**
     * Accepts or rejects a record.
     *
     * @param received becomes the dead letter
     * @param record goes on
     */
    final void judge(
            Record<byte @Nullable [], byte @Nullable []> received,
            Record<byte @Nullable [], byte @Nullable []> record,
            T value) {
        Optional<Rejection> rejection = check(value);
        if (rejection.isPresent()) {
            reject(received, rejection.get(), Optional.empty());
        } else {
            accept(record, value);
        }
    }

    /**
     * The record with the timestamp of its outputs: at most a day old and not in the future, because brokers delete old
     * records and refuse future ones.
     */
    final Record<byte @Nullable [], byte @Nullable []> plausible(Record<byte @Nullable [], byte @Nullable []> record) {
        long nowMs = context().currentSystemTimeMs();
        return record.withTimestamp(Math.max(nowMs - OLDEST_OUTPUT_MS, Math.min(record.timestamp(), nowMs)));
    }

    private T decode(Record<byte @Nullable [], byte @Nullable []> record) {
        T value =
                deserializer == null || record.value() == null ? null : deserializer.deserialize(topic, record.value());
        if (value == null) {
            throw new SerializationException("the record has no value");
        }
        return value;
    }

    final void reject(
            Record<byte @Nullable [], byte @Nullable []> record, Rejection rejection, Optional<Exception> cause) {
        Optional<RecordMetadata> origin = context().recordMetadata();
        log.warn(
                "The {} at {} goes to {} because of {}: {}",
                kind,
                origin.map(AcceptRecords::place).orElse("an unknown place"),
                topics.deadLetters(),
                rejection.reason(),
                rejection.detailWithoutQuotes());
        observer.rejected(rejection.reason());
        context().forward(deadLetters.of(record, origin, rejection, cause), deadLetterSink);
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
