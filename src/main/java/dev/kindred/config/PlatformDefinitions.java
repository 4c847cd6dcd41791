package dev.kindred.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.SHORT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of where and how Kindred runs: process, topics, formats, memory. */
final class PlatformDefinitions {

    private static final Limit NOT_EMPTY = Limit.matching("\\S.*", "non-empty");
    private static final Limit RETENTION = Limit.either(-1, "forever", TimeUnit.MINUTES.toMillis(1));
    private static final Limit MEMORY = Limit.atLeast(1 << 20);

    private PlatformDefinitions() {}

    static void addTo(ConfigDef definition) {
        application(new Group(definition, "Application"));
        topics(new Group(definition, "Topics"));
        retention(new Group(definition, "Retention of topics, counted from a record's arrival at the broker"));
        formats(new Group(definition, "Formats"));
        memory(new Group(definition, "Memory of one process, besides the matrix"));
        http(new Group(definition, "HTTP"));
    }

    private static void application(Group group) {
        group.add(
                Keys.APPLICATION_ID,
                STRING,
                "kindred",
                Limit.matching("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,100}", "1 to 100 of the characters a-z A-Z 0-9 . _ -"),
                HIGH,
                "Names the consumer group, the internal topics and the local state. Change it to run a second,"
                        + " independent Kindred on the same cluster; a new name starts with empty vectors.");
        group.add(
                Keys.BOOTSTRAP_SERVERS,
                STRING,
                "localhost:9092",
                NOT_EMPTY,
                HIGH,
                "The brokers to ask first, as host:port,host:port. Change it to the address of your cluster.");
        group.add(
                Keys.STATE_DIR,
                STRING,
                "state",
                NOT_EMPTY,
                HIGH,
                "The directory of the local stores, relative to where Kindred is started. Change it to a fast disk that"
                        + " survives restarts; a lost directory is restored from Kafka, which takes time.");
        group.add(
                Keys.THREADS,
                INT,
                2,
                Limit.between(1, 256),
                MEDIUM,
                "Threads that process events in this process. Raise it to the number of cores, as long as there are"
                        + " more partitions of events than threads in all processes together.");
        group.add(
                Keys.PROCESSING_GUARANTEE,
                STRING,
                "exactly_once_v2",
                Limit.oneOf("exactly_once_v2", "at_least_once"),
                HIGH,
                "What a crash may do: nothing, or repeat the last events. Change it to at_least_once when latency of a"
                        + " few milliseconds matters more; repeats are then dropped by the ids of events.");
        group.add(
                Keys.COMMIT_INTERVAL,
                LONG,
                100L,
                Limit.between(1, TimeUnit.SECONDS.toMillis(10)),
                MEDIUM,
                "How often results are committed; under exactly_once_v2 nobody sees a recommendation earlier. Lower it"
                        + " for latency, raise it for throughput.");
        group.add(
                Keys.LINGER,
                LONG,
                5L,
                Limit.between(0, TimeUnit.SECONDS.toMillis(10)),
                LOW,
                "How long a producer waits to fill a batch. Lower it to 0 for latency under at_least_once; raise it"
                        + " when brokers are busy with many small requests.");
        group.add(
                Keys.STANDBY_REPLICAS,
                INT,
                0,
                Limit.between(0, 8),
                MEDIUM,
                "Copies of every user's vector on other instances. Raise it to 1 when an instance that dies must be"
                        + " replaced in seconds, whatever the size of its state; it takes as much disk again.");
    }

    private static void topics(Group group) {
        group.add(
                Keys.TOPICS_PREFIX,
                STRING,
                "",
                Limit.matching("[a-zA-Z0-9._-]{0,100}", "up to 100 of the characters a-z A-Z 0-9 . _ -"),
                MEDIUM,
                "Put before the name of every topic. Set it when several shops share a cluster, for example to shoes-.");
        group.add(
                Keys.TOPICS_PARTITIONS,
                INT,
                8,
                Limit.between(1, 10_000),
                HIGH,
                "Partitions of topics that Kindred creates: the most threads that can work at once. Raise it before the"
                        + " first start; later it would move users away from their vectors.");
        group.add(
                Keys.TOPICS_REPLICATION,
                SHORT,
                (short) -1,
                Limit.either(-1, "what the broker says", 1),
                HIGH,
                "Copies of every topic that Kindred creates. Set it to 3 when the default of your brokers is lower and"
                        + " the loss of one broker must lose nothing.");
    }

    private static void retention(Group group) {
        retention(
                group,
                Keys.RETENTION_EVENTS,
                7,
                "How long events and merges are kept. Raise it to be able to compute vectors anew from a longer past.");
        retention(
                group,
                Keys.RETENTION_REROUTED,
                7,
                "How long events and vectors on their way to their user's partition are kept. Raise it with the longest"
                        + " time that Kindred may stand still: what is deleted unread is lost.");
        retention(
                group,
                Keys.RETENTION_AFFINITIES,
                400,
                "How long the last affinity of a user to an item is kept in the topic, and so comes back at a restart."
                        + " Lower it for a short-lived catalog.");
        retention(
                group,
                Keys.RETENTION_RECOMMENDATIONS,
                90,
                "How long a user's last list is kept. Lower it when lists of absent users should not be shown.");
        retention(
                group,
                Keys.RETENTION_USER_PROFILES,
                90,
                "How long a user's last profile is kept where profile.publish.interval.ms has profiles published. Raise it"
                        + " when those who read it want to know users who stay away for longer.");
        retention(
                group,
                Keys.RETENTION_DEAD_LETTERS,
                14,
                "How long rejected events are kept. Raise it when finding out what went wrong takes longer.");
    }

    private static void retention(Group group, String key, int days, String sentence) {
        group.add(key, LONG, TimeUnit.DAYS.toMillis(days), RETENTION, MEDIUM, sentence);
    }

    private static void formats(Group group) {
        group.add(
                Keys.SERIALIZER,
                STRING,
                "dev.kindred.serde.KindredAvroSerializer",
                NOT_EMPTY,
                LOW,
                "The class that writes Avro. Change it to io.confluent.kafka.serializers.KafkaAvroSerializer when that"
                        + " is on the class path and your registry needs what only it can do.");
        group.add(
                Keys.DESERIALIZER,
                STRING,
                "dev.kindred.serde.KindredAvroDeserializer",
                NOT_EMPTY,
                LOW,
                "The class that reads Avro. Change it together with serializer.class.");
        group.add(
                Keys.REGISTRY_URL,
                STRING,
                "",
                Limit.matching("(https?://\\S+)?", "empty or an http(s) URL"),
                HIGH,
                "The schema registry; empty uses the schemas inside Kindred. Set it when other programs read or write"
                        + " the topics. Further keys under schema.registry. reach serializers as they are, keys under"
                        + " serde. without that prefix.");
    }

    private static void memory(Group group) {
        group.add(
                Keys.MEMORY_ROCKSDB,
                LONG,
                256L << 20,
                MEMORY,
                MEDIUM,
                "Off the heap: cache and write buffers of all stores on disk. Raise it when disks are busy reading.");
        group.add(
                Keys.MEMORY_HOT_VECTORS,
                LONG,
                128L << 20,
                MEMORY,
                MEDIUM,
                "On the heap: vectors of recently active users. Raise it when more users are active at once than fit.");
        group.add(
                Keys.MEMORY_HOT_SIMILARITIES,
                LONG,
                128L << 20,
                MEMORY,
                MEDIUM,
                "On the heap: similarity rows of recently active users. Raise it when more users are active at once"
                        + " than fit.");
    }

    private static void http(Group group) {
        group.add(
                Keys.HTTP_ENABLED,
                BOOLEAN,
                true,
                Limit.YES_OR_NO,
                MEDIUM,
                "Whether run and demo answer questions over HTTP. Change it to false where only topics are read.");
        group.add(
                Keys.HTTP_HOST,
                STRING,
                "127.0.0.1",
                NOT_EMPTY,
                HIGH,
                "The interface to listen on. Change it to let other machines in, 0.0.0.0 for all that can reach this one;"
                        + " that takes http.keys.");
        group.add(
                Keys.HTTP_PORT,
                INT,
                8080,
                Limit.between(0, 65_535),
                HIGH,
                "The port to listen on, 0 for any free one. Change it when another program has it.");
        group.add(
                Keys.HTTP_THREADS,
                INT,
                32,
                Limit.between(4, 1000),
                LOW,
                "Threads that serve requests. Raise it when many slow clients ask at once.");
        group.add(
                Keys.HTTP_MAX_BODY_BYTES,
                INT,
                1 << 20,
                Limit.between(1024, 64 << 20),
                LOW,
                "The longest acceptable body of a request. Raise it when batches are refused as too large.");
        group.add(
                Keys.HTTP_EVENTS_TIMEOUT,
                LONG,
                5000L,
                Limit.between(1000, 60_000),
                LOW,
                "How long an event or item that comes over HTTP waits for the brokers before its sender is told to come again."
                        + " Raise it when brokers change leaders more slowly than that.");
        group.add(
                Keys.HTTP_CORS_ORIGINS,
                LIST,
                "",
                Limit.anyOf("https?://[^/?#,\\s]+", "origins such as https://shop.example", "*"),
                MEDIUM,
                "Whose pages may send events and ask for lists from the browser, by the CORS protocol; * for all pages."
                        + " Change it to the origins of your shop when its pages ask Kindred directly.");
        instances(group);
        access(group);
    }

    private static void instances(Group group) {
        group.add(
                Keys.HTTP_ADVERTISED,
                STRING,
                "",
                Limit.matching("(\\S+:\\d{1,5})?", "empty or host:port"),
                MEDIUM,
                "Where other instances reach this one, as host:port; empty is http.host and http.port, or the name of the"
                        + " machine when it listens on all interfaces. Set it when that is not how others see it.");
        group.add(
                Keys.HTTP_FORWARD_TIMEOUT,
                LONG,
                1000L,
                Limit.between(10, TimeUnit.MINUTES.toMillis(1)),
                LOW,
                "How long to wait for the instance that has a user. Lower it when callers would rather be told to come"
                        + " again.");
        group.add(
                Keys.HTTP_STALE_READS,
                BOOLEAN,
                false,
                Limit.YES_OR_NO,
                MEDIUM,
                "Whether a standby copy may answer while the instance that has a user is gone; the answer then says so."
                        + " Change it to true, with standby.replicas, when a list that is a little old is better than none.");
    }

    private static void access(Group group) {
        group.add(
                Keys.HTTP_KEYS,
                LIST,
                "",
                HttpKeys.LIMIT,
                HIGH,
                "The keys of those who may ask; empty asks for none. Add what 'kindred keys create' prints for every"
                        + " caller: it has the hash of a key, not the key.");
        group.add(
                Keys.HTTP_OPEN,
                BOOLEAN,
                false,
                Limit.YES_OR_NO,
                MEDIUM,
                "Whether to listen on more than this machine's own interface though there are no keys. Change it to true"
                        + " where something else keeps strangers out, such as a proxy or a container's port.");
        group.add(
                Keys.HTTP_TLS_KEY_STORE,
                STRING,
                "",
                Limit.matching(".*", "empty or a path"),
                HIGH,
                "A file in the format PKCS12 with the private key and the certificate for TLS; empty is plain HTTP. Set"
                        + " it when keys travel over a network, and restart when the certificate is renewed.");
        group.add(
                Keys.HTTP_TLS_PASSWORD,
                PASSWORD,
                "",
                new Limit("the password", value -> true),
                HIGH,
                "The password of that file and of the key in it. Set it in the environment, where the file of settings"
                        + " is read by others.");
        group.add(
                Keys.HTTP_RATE,
                INT,
                0,
                Limit.between(0, 1_000_000),
                MEDIUM,
                "Requests per second that one key is good for in the long run, or one address where there are no keys; 0"
                        + " is any number, since behind a proxy all callers may have one address. Set it so that one"
                        + " caller cannot take the service from the others.");
        group.add(
                Keys.HTTP_BURST,
                INT,
                100,
                Limit.between(1, 1_000_000),
                LOW,
                "Requests that one caller may send at once after a pause, where http.rate.limit.per.second sets a limit."
                        + " Raise it for callers that come in waves.");
    }
}
