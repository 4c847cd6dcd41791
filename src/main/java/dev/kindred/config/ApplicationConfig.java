package dev.kindred.config;

import static dev.kindred.config.Limit.atLeast;
import static dev.kindred.config.Limit.between;
import static dev.kindred.config.Limit.matching;

import dev.kindred.state.StateSettings;
import java.time.Duration;
import java.util.List;

/** The settings of the process: name, brokers, threads, formats and memory. */
final class ApplicationConfig {

    static final Limit<String> NOT_EMPTY = matching("(?s)\\S.*", "non-empty");
    static final String EXACTLY_ONCE = "exactly_once_v2";

    private static final Limit<Long> MEMORY = atLeast(1 << 20);

    static final Group APPLICATION = new Group("Application");
    static final Setting<String> APPLICATION_ID = APPLICATION.text(
            "application.id",
            "kindred",
            matching("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,100}", "1 to 100 of the characters a-z A-Z 0-9 . _ -"),
            """
            Names the consumer group, the internal topics and the local state. Change it to run a second, independent
            Kindred on the same cluster; a new name starts with empty vectors.""");

    static final Setting<String> BOOTSTRAP_SERVERS = APPLICATION.text(
            "bootstrap.servers",
            "localhost:9092",
            matching("[^\\s,]+:\\d{1,5}(\\s*,\\s*([^\\s,]+:\\d{1,5})?)*", "a list of host:port"),
            """
            The brokers for the first connection, as host:port,host:port. Change it to the address of your cluster.""");

    static final Setting<String> STATE_DIR = APPLICATION.text("state.dir", "state", NOT_EMPTY, """
            The directory of the local stores; a relative path starts at the working directory. Change it to a fast
            disk that survives restarts; Kindred restores a lost directory from Kafka, which takes time.""");

    static final Setting<Integer> THREADS = APPLICATION.integer("threads", 2, between(1, 256), """
            Threads that process events in this process. Raise it to the number of cores, as long as events have more
            partitions than all processes together have threads.""");

    static final Setting<String> PROCESSING_GUARANTEE = APPLICATION.text(
            "processing.guarantee", EXACTLY_ONCE, Limit.oneOf(List.of(EXACTLY_ONCE, "at_least_once")), """
            The guarantee after a crash: exactly_once_v2 repeats nothing, at_least_once may repeat the last events, and
            Kindred then drops repeats by event id. Change it to at_least_once when a few milliseconds of latency
            matter more.""");

    static final Setting<Duration> COMMIT_INTERVAL =
            APPLICATION.duration("commit.interval.ms", Duration.ofMillis(100), between(1, 10_000), """
            The interval between commits; under exactly_once_v2 consumers see a list only after the commit. Lower it
            for latency, raise it for throughput.""");

    static final Setting<Duration> LINGER =
            APPLICATION.duration("linger.ms", Duration.ofMillis(20), between(0, 10_000), """
            How long a producer waits to fill a batch; under exactly_once_v2 at least until the commit. Lower it for
            latency under at_least_once, where 5 takes half as much processor time again per event under load.""");

    static final Setting<Integer> STANDBY_REPLICAS = APPLICATION.integer("standby.replicas", 0, between(0, 8), """
            Copies of every user's vector on other instances. Raise it to 1 when another instance must take over from a
            failed one within seconds, however large its state is; each copy needs as much disk again.""");

    static final Group FORMATS = new Group("Formats");
    static final Setting<String> SERIALIZER =
            FORMATS.text("serializer.class", "dev.kindred.serde.KindredAvroSerializer", NOT_EMPTY, """
            The class that writes Avro. Change it to io.confluent.kafka.serializers.KafkaAvroSerializer when that class
            is on the class path and your registry needs its features.""");

    static final Setting<String> DESERIALIZER =
            FORMATS.text("deserializer.class", "dev.kindred.serde.KindredAvroDeserializer", NOT_EMPTY, """
            The class that reads Avro. Change it together with serializer.class.""");

    static final Setting<String> REGISTRY_URL = FORMATS.text(
            "schema.registry.url",
            "",
            matching("(https?://\\S+)?", "empty or an http(s) URL").like("http://registry:8081"),
            """
            The URL of the schema registry; without one, Kindred uses its bundled schemas. Set it when other programs
            read or write the topics. Keys under schema.registry. reach the serializers unchanged, keys under serde.
            without that prefix.""");

    static final Group MEMORIES = new Group("Memory of one process, besides the matrix");
    static final Setting<Long> ROCKSDB = MEMORIES.whole("memory.rocksdb.bytes", 256L << 20, MEMORY, """
            Memory off the heap for the cache and the write buffers of all stores on disk. Raise it when the disks are
            busy with reads.""");

    static final Setting<Long> HOT_VECTORS = MEMORIES.whole("memory.hot.vectors.bytes", 128L << 20, MEMORY, """
            Memory on the heap for the vectors of recently active users. Raise it when the vectors of all users who are
            active at once do not fit.""");

    static final Setting<Long> HOT_SIMILARITIES =
            MEMORIES.whole("memory.hot.similarities.bytes", 128L << 20, MEMORY, """
            Memory on the heap for the similarity rows of recently active users. Raise it when the rows of all users
            who are active at once do not fit.""");

    private ApplicationConfig() {}

    static StateSettings state(Values values) {
        return new StateSettings(
                values.get(ROCKSDB), values.get(HOT_VECTORS), values.get(HOT_SIMILARITIES), PrivacyConfig.seal(values));
    }
}
