package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Producers;
import dev.kindred.query.HostAddress;
import dev.kindred.state.BoundedRocksDb;
import dev.kindred.state.UndecodableRecords;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Maps a configuration to the properties of Kafka Streams. */
public final class StreamsProperties {

    private static final long SUMS_CACHE_BYTES = 8 << 20; // some thousand

    private StreamsProperties() {}

    /**
     * The properties of one instance.
     *
     * @param server the address for other instances; empty if HTTP is disabled
     */
    public static Properties of(KindredConfig config, Optional<HostAddress> server) {
        Properties properties = new Properties();
        putRecovery(properties, config);
        putThroughput(properties, config);
        properties.putAll(config.kafkaProperties());
        putIdentity(properties, config);
        putState(properties, config);
        server.ifPresent(address -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address.toString()));
        return properties;
    }

    /** The longest pause of a process after which the brokers still count it as a member. */
    static Duration toleratedPause(Properties properties) {
        return Duration.ofMillis(number(properties, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)
                - number(properties, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG));
    }

    private static long number(Properties properties, String consumerKey) {
        return Long.parseLong(String.valueOf(properties.get(StreamsConfig.consumerPrefix(consumerKey))));
    }

    private static void putIdentity(Properties properties, KindredConfig config) {
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, config.processingGuarantee());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitIntervalMs());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), lingerMs(config));
    }

    /**
     * Exactly once, records become visible at the commit, which sends everything. So batches may fill until then, at no
     * cost in latency: every batch has buffers of 128 kB, and is checked by the broker.
     */
    private static long lingerMs(KindredConfig config) {
        boolean isVisibleAtCommit = config.processingGuarantee().equals(StreamsConfig.EXACTLY_ONCE_V2);
        return isVisibleAtCommit ? Math.max(config.lingerMs(), config.commitIntervalMs()) : config.lingerMs();
    }

    /** A crashed process is detected after ten seconds; its transactions usually time out then, too. */
    private static void putRecovery(Properties properties, KindredConfig config) {
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                Math.max(10_000, 3 * config.commitIntervalMs()));
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 60_000);
        putSpreading(properties);
        // Kafka Streams asks the partitions of a global store one after the other for what ModelRestore left. The last
        // fetch of a partition still waits for more records when the next partition is requested: each costs this time.
        properties.put(StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
    }

    /**
     * An instance that returns gets its partitions at once if its stores lack no more than what it restores in a few
     * seconds. Otherwise it restores them all side by side while others process, and gets them at the next probing: by
     * default two at a time, every ten minutes.
     */
    private static void putSpreading(Properties properties) {
        properties.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 100_000L);
        properties.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, 64);
        properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L); // the least that Kafka allows
    }

    private static void putThroughput(Properties properties, KindredConfig config) {
        // While a broker completes a transaction, it rejects the first batches of the next one, and the batches behind
        // them as out of order. One request at a time avoids these retries.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        properties.putAll(Producers.COMPRESSION);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Math.max(1 << 20, config.topicSettings().deadLetterRecordBytes()));
    }

    private static void putState(Properties properties, KindredConfig config) {
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        // Decoded vectors are cached instead. Sums change with every event in the sample, and are written once per
        // commit.
        properties.put(
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                config.learningSettings().enabled() ? SUMS_CACHE_BYTES : 0L);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(
                BoundedRocksDb.BYTES_CONFIG,
                String.valueOf(config.stateSettings().rocksDbBytes()));
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class);
    }
}
