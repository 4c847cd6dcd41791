package dev.kindred.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.CellKeySerde;
import dev.kindred.state.SnapshotSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Measures how long an instance takes to start, with a number of cells in the topic of affinities.
 *
 * <p>{@code StartTime fill DIR CELLS USERS ITEMS} writes the topic, {@code StartTime start DIR [KEY=VALUE ...]} starts an
 * instance on it and prints the time until the matrix is read, the processor time of the process meanwhile, the cells, and the heap.
 * The broker, in the same process, keeps its data in the directory, and so does the instance. With {@code matrix.snapshot.interval.ms=1000} it waits for a snapshot, from which
 * the next start begins.
 */
public final class StartTime {

    private static final long START_MS = 1_704_067_200_000L;

    private StartTime() {}

    /** Fills a topic or starts an instance. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[1]);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaSettings.in(directory.resolve("broker")))) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "bootstrap.servers", kafka.bootstrapServers(),
                    "http.enabled", "false",
                    "state.dir", directory.resolve("state").toString()));
            if (args[0].equals("fill")) {
                fill(
                        KindredConfig.of(settings),
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]));
            } else {
                for (int i = 2; i < args.length; i++) {
                    settings.put(args[i].split("=", 2)[0], args[i].split("=", 2)[1]);
                }
                start(KindredConfig.of(settings));
            }
        }
        System.exit(0);
    }

    private static void fill(KindredConfig config, int cells, int users, int items) {
        try (Admin admin = Connection.open(config.clientProperties())) {
            new TopicAdmin(admin, config.topics(), config.topicSettings()).createMissing();
        }
        SplittableRandom random = new SplittableRandom(1);
        AvroSerdes serdes = Topologies.serdes(config);
        Map<String, Object> properties = new HashMap<>(config.clientProperties());
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", 50);
        properties.put("batch.size", 128 * 1024);
        try (KafkaProducer<CellKey, Affinity> producer =
                new KafkaProducer<>(properties, new CellKeySerde().serializer(), serdes.affinitySerializer())) {
            String topic = config.topics().affinities();
            int partitions = producer.partitionsFor(topic).size();
            for (int i = 0; i < cells; i++) {
                int user = users == cells ? i : random.nextInt(users);
                int item = items == cells ? i : random.nextInt(items);
                producer.send(new ProducerRecord<>(
                        topic,
                        user % partitions,
                        new CellKey("user-" + user, "item-" + item),
                        new Affinity(1 + random.nextInt(4), START_MS + i * 250L, InteractionType.CLICK.bit())));
            }
        }
    }

    /** Where snapshots are on, the first one, which the next start reads. */
    private static void awaitSnapshot(SnapshotSettings settings) throws IOException, InterruptedException {
        while (!settings.interval().isZero() && !hasSnapshot(settings.directory())) {
            Thread.sleep(100);
        }
    }

    private static boolean hasSnapshot(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".snapshot"));
        }
    }

    private static void start(KindredConfig config) throws IOException, InterruptedException {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long startNs = System.nanoTime();
        long startCpuNs = process.getProcessCpuTime();
        try (KindredApp app = KindredApp.start(config)) {
            System.out.printf(
                    "start: %.1f s, %.1f s of processor time, %,d cells, %,d users, %,d items, heap %,d MB%n",
                    (System.nanoTime() - startNs) / 1e9,
                    (process.getProcessCpuTime() - startCpuNs) / 1e9,
                    app.status().matrix().cells(),
                    app.status().matrix().users(),
                    app.status().matrix().items(),
                    LiveHeap.bytes() >> 20);
            awaitSnapshot(config.snapshotSettings());
        }
    }
}
