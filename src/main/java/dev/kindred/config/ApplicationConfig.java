package dev.kindred.config;

import static dev.kindred.config.Limit.atLeast;
import static dev.kindred.config.Limit.between;
import static dev.kindred.config.Limit.matching;

import dev.kindred.state.StateSettings;
import java.time.Duration;
import java.util.List;

/** The settings of one process: its name, brokers, threads, formats and memory. */
final class ApplicationConfig {

    static final Limit<String> NOT_EMPTY = matching("(?s)\\S.*", "non-empty");
    static final String EXACTLY_ONCE = "exactly_once_v2";

    private static final Limit<Long> MEMORY = atLeast(1 << 20);

    static final Group APPLICATION = new Group("Application");
    static final Setting<String> APPLICATION_ID = APPLICATION.text(
            "application.id",
            "kindred",
            matching("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,100}", "1 to 100 of the characters a-z A-Z 0-9 . _ -"),
            "Names the consumer group, the internal topics and the local state. Change it to run a second,"
                    + " independent Kindred on the same cluster; a new name starts with empty vectors.");

    static final Setting<String> BOOTSTRAP_SERVERS = APPLICATION.text(
            "bootstrap.servers",
            "localhost:9092",
            matching("[^\\s,]+:\\d{1,5}(\\s*,\\s*([^\\s,]+:\\d{1,5})?)*", "a list of host:port"),
            "The brokers to ask first, as host:port,host:port. Change it to the address of your cluster.");

    static final Setting<String> STATE_DIR = APPLICATION.text(
            "state.dir",
            "state",
            NOT_EMPTY,
            "The directory of the local stores, relative to where Kindred is started. Change it to a fast disk that"
                    + " survives restarts; a lost directory is restored from Kafka, which takes time.");

    static final Setting<Integer> THREADS = APPLICATION.integer(
            "threads",
            2,
            between(1, 256),
            "Threads that process events in this process. Raise it to the number of cores, as long as there are more"
                    + " partitions of events than threads in all processes together.");

    static final Setting<String> PROCESSING_GUARANTEE = APPLICATION.text(
            "processing.guarantee",
            EXACTLY_ONCE,
            Limit.oneOf(List.of(EXACTLY_ONCE, "at_least_once")),
            "What a crash may do: nothing, or repeat the last events. Change it to at_least_once when latency of a"
                    + " few milliseconds matters more; repeats are then dropped by the ids of events.");

    static final Setting<Duration> COMMIT_INTERVAL = APPLICATION.duration(
            "commit.interval.ms",
            Duration.ofMillis(100),
            between(1, 10_000),
            "How often results are committed; under exactly_once_v2 nobody sees a recommendation earlier. Lower it"
                    + " for latency, raise it for throughput.");

    static final Setting<Duration> LINGER = APPLICATION.duration(
            "linger.ms",
            Duration.ofMillis(5),
            between(0, 10_000),
            "How long a producer waits to fill a batch. Lower it to 0 for latency under at_least_once; raise it when"
                    + " brokers are busy with many small requests.");

    static final Setting<Integer> STANDBY_REPLICAS = APPLICATION.integer(
            "standby.replicas",
            0,
            between(0, 8),
            "Copies of every user's vector on other instances. Raise it to 1 when an instance that dies must be"
                    + " replaced in seconds, whatever the size of its state; it takes as much disk again.");

    static final Group FORMATS = new Group("Formats");
    static final Setting<String> SERIALIZER = FORMATS.text(
            "serializer.class",
            "dev.kindred.serde.KindredAvroSerializer",
            NOT_EMPTY,
            "The class that writes Avro. Change it to io.confluent.kafka.serializers.KafkaAvroSerializer when that"
                    + " is on the class path and your registry needs what only it can do.");

    static final Setting<String> DESERIALIZER = FORMATS.text(
            "deserializer.class",
            "dev.kindred.serde.KindredAvroDeserializer",
            NOT_EMPTY,
            "The class that reads Avro. Change it together with serializer.class.");

    static final Setting<String> REGISTRY_URL = FORMATS.text(
            "schema.registry.url",
            "",
            matching("(https?://\\S+)?", "empty or an http(s) URL").like("http://registry:8081"),
            "The schema registry; empty uses the schemas inside Kindred. Set it when other programs read or write"
                    + " the topics. Further keys under schema.registry. reach serializers as they are, keys under serde."
                    + " without that prefix.");

    static final Group MEMORIES = new Group("Memory of one process, besides the matrix");
    static final Setting<Long> ROCKSDB = MEMORIES.whole(
            "memory.rocksdb.bytes",
            256L << 20,
            MEMORY,
            "Off the heap: cache and write buffers of all stores on disk. Raise it when disks are busy reading.");

    static final Setting<Long> HOT_VECTORS = MEMORIES.whole(
            "memory.hot.vectors.bytes",
            128L << 20,
            MEMORY,
            "On the heap: vectors of recently active users. Raise it when more users are active at once than fit.");

    static final Setting<Long> HOT_SIMILARITIES = MEMORIES.whole(
            "memory.hot.similarities.bytes",
            128L << 20,
            MEMORY,
            "On the heap: similarity rows of recently active users. Raise it when more users are active at once than"
                    + " fit.");

    private ApplicationConfig() {}

    static StateSettings state(Values values) {
        return new StateSettings(values.get(ROCKSDB), values.get(HOT_VECTORS), values.get(HOT_SIMILARITIES));
    }
}
