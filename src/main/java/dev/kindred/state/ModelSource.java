package dev.kindred.state;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A part of the model, and the topic that fills it.
 *
 * @param store the name of its store
 * @param topic has the latest state of each key
 * @param keys reads keys; safe for many threads
 * @param values makes readers of values, one for each thread
 * @param updater makes the processor that applies the records; the part has one writer at a time
 * @param loader runs many changes of the part before anyone reads it
 * @param snapshots of the part
 */
public record ModelSource<K, V>(
        String store,
        String topic,
        Deserializer<K> keys,
        Supplier<Deserializer<V>> values,
        Supplier<ModelUpdater<K, V>> updater,
        Consumer<Runnable> loader,
        Optional<MatrixSnapshots> snapshots) {

    /** Of a part that changes while it is loaded as it always does, without snapshots. */
    public ModelSource(
            String store,
            String topic,
            Deserializer<K> keys,
            Supplier<Deserializer<V>> values,
            Supplier<ModelUpdater<K, V>> updater) {
        this(store, topic, keys, values, updater, Runnable::run, Optional.empty());
    }
}
