package dev.kindred.lab.bench;

import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.replay.FeedProducer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Measures erasures of users with 50 events each, while others send 1,000 events per second: the time from a request to its
 * receipt at 50 requests per second, and the receipts per second when all requests come at once.
 *
 * <p>{@code ErasureFigures [KEY=VALUE ...]} takes settings of the stream. For each guarantee it starts a broker and an instance
 * in this process, and ends by itself: every wait has a limit of three minutes.
 */
public final class ErasureFigures {

    private static final int HISTORY = 50;
    private static final int ITEMS = 5_000;
    private static final int OTHERS = 5_000;
    private static final int EVENTS_PER_S = 1_000;
    private static final int STEADY = 1_000;
    private static final int STEADY_PER_S = 50;
    private static final int BURST = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KindredConfig config;
    private final SplittableRandom random = new SplittableRandom(1);

    private ErasureFigures(KindredConfig config) {
        this.config = config;
    }

    /** Measures both guarantees, or the one that is given. */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String arg : args) {
            settings.put(arg.split("=", 2)[0], arg.split("=", 2)[1]);
        }
        List<String> guarantees = Optional.ofNullable(settings.get("processing.guarantee"))
                .map(List::of)
                .orElse(List.of("at_least_once", "exactly_once_v2"));
        for (String guarantee : guarantees) {
            settings.put("processing.guarantee", guarantee);
            measure(settings);
        }
        System.exit(0);
    }

    private static void measure(Map<String, String> given) throws Exception {
        Path directory = Files.createTempDirectory("kindred-erasures-");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaSettings.temporary())) {
            Map<String, String> settings = new HashMap<>(given);
            settings.put("bootstrap.servers", kafka.bootstrapServers());
            settings.put("http.enabled", "false");
            settings.put("state.dir", directory.toString());
            KindredConfig config = KindredConfig.of(settings);
            try (KindredApp app = KindredApp.start(config)) {
                new ErasureFigures(config).measure(app);
            }
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void measure(KindredApp app) throws Exception {
        fill(app);
        Thread others = new Thread(this::sendEvents, "events of others");
        others.setDaemon(true);
        others.start();
        try (Requests requests = new Requests(config)) {
            Histogram steady = requests.steady("steady-", STEADY, STEADY_PER_S);
            double perSecond = requests.burst("burst-", BURST);
            System.out.printf(
                    "%s: request to receipt at %d/s p50 %.0f ms, p99 %.0f ms; %,.0f erasures/s of users with %d events, with"
                            + " %,d events/s beside%n",
                    config.processingGuarantee(),
                    STEADY_PER_S,
                    steady.getValueAtPercentile(50) / 1e3,
                    steady.getValueAtPercentile(99) / 1e3,
                    perSecond,
                    HISTORY,
                    EVENTS_PER_S);
        } finally {
            others.interrupt();
            others.join();
        }
    }

    private Interaction event(String user) {
        return new Interaction(
                Optional.empty(),
                user,
                "item-" + Math.min(random.nextInt(ITEMS), random.nextInt(ITEMS)),
                InteractionType.CLICK,
                System.currentTimeMillis(),
                1);
    }

    private void fill(KindredApp app) throws InterruptedException, TimeoutException {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            for (int i = 0; i < HISTORY; i++) {
                for (int user = 0; user < STEADY; user++) {
                    producer.send(i, event("steady-" + user));
                }
                for (int user = 0; user < BURST; user++) {
                    producer.send(i, event("burst-" + user));
                }
            }
            producer.flush();
        }
        Instant sent = Instant.now();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isRead(app, sent)) {
            check(giveUp, "events to be read");
            Thread.sleep(200);
        }
    }

    private static boolean isRead(KindredApp app, Instant sent) {
        var lag = app.status().health().lag();
        return lag.measured().filter(sent::isBefore).isPresent() && lag.records() == 0;
    }

    private static void check(long giveUpNs, String what) throws TimeoutException {
        if (System.nanoTime() > giveUpNs) {
            throw new TimeoutException("waited " + PATIENCE + " for " + what);
        }
    }

    private void sendEvents() {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            SplittableRandom users = new SplittableRandom(2);
            long startNs = System.nanoTime();
            for (long i = 0; !Thread.currentThread().isInterrupted(); i++) {
                awaitTurn(startNs, i, EVENTS_PER_S);
                producer.send(i, event("other-" + users.nextInt(OTHERS)));
            }
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    private static void awaitTurn(long startNs, long number, int perSecond) {
        long dueNs = startNs + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
        long leftNs = dueNs - System.nanoTime();
        if (leftNs > 0) {
            LockSupport.parkNanos(leftNs);
        }
    }

    /** Sends requests and reads receipts. */
    private static final class Requests implements AutoCloseable {

        private final Feed.Topic<ErasureRequest, ErasureRequest> topic;
        private final Producer<String, ErasureRequest> producer;
        private final KafkaConsumer<String, ErasureReceipt> receipts;
        private final Map<String, Long> sentNs = new HashMap<>(); // of the requests without a receipt
        private final Histogram latenciesUs = new Histogram(3);

        Requests(KindredConfig config) {
            topic = Feed.ERASURES.topic(config.topics(), Topologies.serdes(config));
            producer = topic.open(config.clientProperties(), Map.of("linger.ms", 0));
            Map<String, Object> properties = new HashMap<>(config.clientProperties());
            properties.put("isolation.level", "read_committed");
            receipts = new KafkaConsumer<>(
                    properties,
                    new StringDeserializer(),
                    Topologies.serdes(config).receiptDeserializer());
            List<TopicPartition> partitions = receipts
                    .partitionsFor(config.topics().erasureReceipts())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            receipts.assign(partitions);
            receipts.seekToBeginning(partitions);
        }

        private void send(String user) {
            sentNs.put("of-" + user, System.nanoTime());
            var unused = producer.send(topic.record(new ErasureRequest("of-" + user, user, 0, "")));
        }

        /** Takes the receipts that come within a time. */
        private void take(Duration time) {
            for (ConsumerRecord<String, ErasureReceipt> receipt : receipts.poll(time)) {
                Long sent = sentNs.remove(receipt.key());
                if (sent != null) {
                    if (receipt.value().held().cells() == 0) {
                        throw new IllegalStateException("nothing was held about " + receipt.key());
                    }
                    latenciesUs.recordValue((System.nanoTime() - sent) / 1_000);
                }
            }
        }

        private void takeAll() throws TimeoutException {
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (!sentNs.isEmpty()) {
                check(giveUp, sentNs.size() + " receipts");
                take(Duration.ofMillis(10));
            }
        }

        /** The times from request to receipt, in microseconds; without the first fifth, which warms up. */
        Histogram steady(String users, int count, int perSecond) throws TimeoutException {
            long startNs = System.nanoTime();
            for (int i = 0; i < count; i++) {
                if (i == count / 5) {
                    latenciesUs.reset();
                }
                long dueNs = startNs + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                while (System.nanoTime() < dueNs) {
                    take(Duration.ofMillis(1));
                }
                send(users + i);
            }
            takeAll();
            return latenciesUs;
        }

        /** The receipts per second when all requests come at once. */
        double burst(String users, int count) throws TimeoutException {
            long startNs = System.nanoTime();
            for (int i = 0; i < count; i++) {
                send(users + i);
            }
            takeAll();
            return count / ((System.nanoTime() - startNs) / 1e9);
        }

        @Override
        public void close() {
            producer.close();
            receipts.close();
        }
    }
}
