package dev.kindred.lab.bench;

import dev.kindred.app.StreamsProperties;
import dev.kindred.config.KindredConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A minimal stateful topology: get and put of 500 bytes in RocksDB under the event's key, with a changelog, and one
 * output record. It measures the cost of Kafka Streams itself.
 *
 * <p>It has the client settings of the product. Its bytes are random, so that compression does not make them fewer, and
 * as many per event as the product writes with default settings; the report shows both.
 */
final class BareTopology {

    private static final int VALUE_BYTES = 500;
    private static final int OUTPUT_BYTES = 180;
    private static final String APPLICATION_ID = "bare";
    private static final String STORE = "values";
    private static final String OUTPUT = "bare-output";

    static final SystemUnderTest SYSTEM = new SystemUnderTest(
            "bare stateful topology", topics -> OUTPUT, config -> APPLICATION_ID, BareTopology::start);

    private BareTopology() {}

    private static AutoCloseable start(KindredConfig config) {
        KafkaStreams streams = new KafkaStreams(topology(config), properties(config));
        streams.start();
        return () -> streams.close(Duration.ofSeconds(30));
    }

    private static Topology topology(KindredConfig config) {
        var store = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray());
        return new Topology()
                .addSource("events", config.topics().events())
                .addProcessor("get-and-put", GetAndPut::new, "events")
                .addStateStore(store, "get-and-put")
                .addSink("output", OUTPUT, "get-and-put");
    }

    private static Properties properties(KindredConfig config) {
        Properties properties = StreamsProperties.of(config, Optional.empty());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return properties;
    }

    private static final class GetAndPut extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

        private final SplittableRandom random = new SplittableRandom(1);
        private @Nullable KeyValueStore<byte[], byte[]> store;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            super.init(context);
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> event) {
            if (store != null) {
                byte[] next = random(VALUE_BYTES);
                byte[] value = store.get(event.key());
                next[0] = value == null ? 0 : value[0];
                store.put(event.key(), next);
            }
            context().forward(event.withValue(random(OUTPUT_BYTES)));
        }

        private byte[] random(int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
