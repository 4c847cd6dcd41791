package dev.kindred.lab.bench;

import dev.kindred.config.KindredConfig;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
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
 * output
 * record. It measures the cost of Kafka Streams itself.
 */
final class BareTopology implements SystemUnderTest {

    private static final int VALUE_BYTES = 500;
    private static final String APPLICATION_ID = "bare";
    private static final String STORE = "values";
    private static final String OUTPUT = "bare-output";

    @Override
    public String name() {
        return "bare stateful topology";
    }

    @Override
    public String output(KindredConfig config) {
        return OUTPUT;
    }

    @Override
    public String group(KindredConfig config) {
        return APPLICATION_ID;
    }

    @Override
    public AutoCloseable start(KindredConfig config) {
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
        Properties properties = new Properties();
        properties.putAll(config.clientProperties());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, config.processingGuarantee());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitIntervalMs());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), config.lingerMs());
        return properties;
    }

    private static final class GetAndPut extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

        private final byte[] fresh = new byte[VALUE_BYTES];
        private @Nullable KeyValueStore<byte[], byte[]> store;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            super.init(context);
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> event) {
            if (store != null) {
                byte[] value = store.get(event.key());
                byte[] next = value == null ? fresh : value;
                next[0]++;
                store.put(event.key(), next);
            }
            context().forward(event);
        }
    }
}
