package dev.kindred.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the records of a topic to a part of the model, both while restoring and while running. A tombstone removes
 * its key. An invalid record is skipped.
 */
public final class ModelUpdater<K, V> implements Processor<K, @Nullable V, Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(ModelUpdater.class);

    private static final int EXPECTED = 64; // records; what they need fits into the cache
    private static final String NO_KEY = "it has no key";

    /** A part of the model. */
    @FunctionalInterface
    public interface Part<K, V> {

        /**
         * Applies a record.
         *
         * @param value empty for a tombstone
         * @param timestampMs of the record
         * @param partition of the record
         */
        void apply(K key, Optional<V> value, long timestampMs, int partition);

        /** Is told the keys of the next records where they are known, so that it can fetch memory for many of them at once. */
        default void expect(List<K> keys) {
            // most parts are small
        }
    }

    private final Part<K, V> part;
    private final BiFunction<K, V, Optional<String>> check;
    private final List<K> expected = new ArrayList<>(EXPECTED); // scratch
    private Optional<ProcessorContext<Void, Void>> context = Optional.empty();

    /**
     * An updater, which is the only writer of its part of the model.
     *
     * @param check returns the rule that a value breaks, if any
     */
    public ModelUpdater(Part<K, V> part, BiFunction<K, V, Optional<String>> check) {
        this.part = part;
        this.check = check;
    }

    /**
     * An updater for a part of the model whose keys are each in one partition.
     *
     * @param put applies a value
     * @param remove removes a key
     * @param check returns the rule that a value breaks, if any
     */
    public ModelUpdater(BiConsumer<K, V> put, Consumer<K> remove, BiFunction<K, V, Optional<String>> check) {
        this(
                (key, value, timestampMs, partition) ->
                        value.ifPresentOrElse(present -> put.accept(key, present), () -> remove.accept(key)),
                check);
    }

    /** An updater that accepts every value. */
    public ModelUpdater(BiConsumer<K, V> put, Consumer<K> remove) {
        this(put, remove, (key, value) -> Optional.empty());
    }

    @Override
    public void init(ProcessorContext<Void, Void> processorContext) {
        context = Optional.of(processorContext);
    }

    @Override
    public void process(Record<K, @Nullable V> change) {
        RecordPlace place = context.flatMap(ProcessorContext::recordMetadata)
                .map(RecordPlace::of)
                .orElse(RecordPlace.UNKNOWN);
        update(change.key(), change.value(), change.timestamp(), place);
    }

    /** Applies records that were read together. */
    void update(List<ConsumerRecord<K, V>> records) {
        for (int from = 0; from < records.size(); from += EXPECTED) {
            List<ConsumerRecord<K, V>> next = records.subList(from, Math.min(from + EXPECTED, records.size()));
            expected.clear();
            for (ConsumerRecord<K, V> record : next) {
                if (record.key() != null) {
                    expected.add(record.key());
                }
            }
            part.expect(expected);
            next.forEach(record -> update(record.key(), record.value(), record.timestamp(), RecordPlace.of(record)));
        }
    }

    /** Applies the record at a place. */
    void update(@Nullable K key, @Nullable V value, long timestampMs, RecordPlace place) {
        Optional<String> problem = problem(key, value);
        if (problem.isPresent() || key == null) {
            log.warn("The record at {} is skipped: {}", place, problem.orElse(NO_KEY));
        } else {
            part.apply(key, Optional.ofNullable(value), timestampMs, place.partition());
        }
    }

    private Optional<String> problem(@Nullable K key, @Nullable V value) {
        if (key == null) {
            return Optional.of(NO_KEY);
        }
        return value == null ? Optional.empty() : check.apply(key, value);
    }
}
