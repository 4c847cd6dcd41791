package dev.kindred.state;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the records of a topic to a part of the model, both while restoring and while running. A tombstone removes
 * its key. An invalid record is skipped.
 */
public final class ModelUpdater<K, V> implements Processor<K, @Nullable V, Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(ModelUpdater.class);

    private final BiConsumer<K, V> put;
    private final Consumer<K> remove;
    private final BiFunction<K, V, Optional<String>> check;
    private Optional<ProcessorContext<Void, Void>> context = Optional.empty();

    /**
     * An updater, which is the only writer of its part of the model.
     *
     * @param put applies a value
     * @param remove removes a key
     * @param check returns the rule that a value breaks, if any
     */
    public ModelUpdater(BiConsumer<K, V> put, Consumer<K> remove, BiFunction<K, V, Optional<String>> check) {
        this.put = put;
        this.remove = remove;
        this.check = check;
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
        K key = change.key();
        V value = change.value();
        Optional<String> problem = problem(key, value);
        if (problem.isPresent()) {
            skip(problem.get());
        } else if (value == null) {
            remove.accept(key);
        } else {
            put.accept(key, value);
        }
    }

    private Optional<String> problem(@Nullable K key, @Nullable V value) {
        if (key == null) {
            return Optional.of("it has no key");
        }
        return value == null ? Optional.empty() : check.apply(key, value);
    }

    private void skip(String problem) {
        Optional<RecordMetadata> place = context.flatMap(ProcessorContext::recordMetadata);
        log.warn(
                "The record at {}-{} offset {} is skipped: {}",
                place.map(RecordMetadata::topic).orElse("?"),
                place.map(RecordMetadata::partition).orElse(-1),
                place.map(RecordMetadata::offset).orElse(-1L),
                problem);
    }
}
