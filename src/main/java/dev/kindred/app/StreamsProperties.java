package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.query.HostAddress;
import dev.kindred.state.BoundedRocksDb;
import dev.kindred.topology.UndecodableRecords;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Maps a configuration to the properties of Kafka Streams. */
final class StreamsProperties {

    private StreamsProperties() {}

    /** @param server the address for other instances; empty if HTTP is disabled */
    static Properties of(KindredConfig config, Optional<HostAddress> server) {
        Properties properties = new Properties();
        putRecovery(properties, config);
        putThroughput(properties, config);
        properties.putAll(config.kafkaProperties());
        putIdentity(properties, config);
        putState(properties, config);
        server.ifPresent(address -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address.toString()));
        return properties;
    }

    private static void putIdentity(Properties properties, KindredConfig config) {
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, config.processingGuarantee());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitIntervalMs());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), config.lingerMs());
    }

    /** A crashed process is detected after ten seconds; its transactions usually time out then, too. */
    private static void putRecovery(Properties properties, KindredConfig config) {
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                Math.max(10_000, 3 * config.commitIntervalMs()));
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 60_000);
        // Global stores are restored partition by partition. The last fetch of a partition still waits for more records
        // when the next partition is requested, so every partition costs this time.
        properties.put(StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
    }

    private static void putThroughput(Properties properties, KindredConfig config) {
        // While a broker completes a transaction, it rejects the first batches of the next one, and the batches behind
        // them as out of order. One request at a time avoids these retries.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Math.max(1 << 20, config.topicSettings().deadLetterRecordBytes()));
    }

    private static void putState(Properties properties, KindredConfig config) {
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L); // decoded vectors are cached instead
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(
                BoundedRocksDb.BYTES_CONFIG,
                String.valueOf(config.stateSettings().rocksDbBytes()));
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class);
    }
}
