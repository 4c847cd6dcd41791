package dev.kindred.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.logs.ItemSettings;
import dev.kindred.logs.LogFormat;
import dev.kindred.logs.LogLine;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.RawInteraction;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker; every test has topics of its own. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
final class ReplayIT {

    private static final int LINES = 200;
    private static final int BAD_EVERY = 10; // lines

    private final EmbeddedKafka kafka;
    private final Path directory;
    private KindredConfig config = KindredConfig.of(Map.of());

    ReplayIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    @BeforeEach
    void createTopics() {
        config = KindredConfig.of(Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "topics.partitions",
                "1",
                "topics.prefix",
                UUID.randomUUID() + "-"));
        try (Admin admin = Connection.open(config.clientProperties())) {
            new TopicAdmin(admin, config.topics(), config.topicSettings()).createMissing();
        }
    }

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    /** 20 of its 200 lines have a time that is none. */
    private Path log() throws IOException {
        List<String> lines = new ArrayList<>(List.of("user_id,item_id,event_type,timestamp"));
        for (int i = 0; i < LINES; i++) {
            String time = i % BAD_EVERY == 3 ? "yesterday" : String.valueOf(1_704_067_200 + i);
            lines.add("user-" + i % 7 + ",item-" + i + ",click," + time);
        }
        return Files.write(directory.resolve("log.csv"), lines);
    }

    private TransferSettings settings(long skip, long limit) throws IOException {
        return new TransferSettings(log(), skip, limit, Optional.empty());
    }

    private ReplayReport replay(TransferSettings settings, Pace pace) throws IOException {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            return Transfer.ofEvents(settings, LogFormat.CSV, producer, pace).run((bytes, of) -> {});
        }
    }

    private List<String> itemsInTopic() {
        try (TopicTail<String, RawInteraction> events = new TopicTail<>(
                config,
                config.topics().events(),
                new StringDeserializer(),
                Topologies.serdes(config).interactionDeserializer())) {
            return events.readToEnd().records().stream()
                    .map(event -> event.value().itemId())
                    .toList();
        }
    }

    private static List<String> itemsOfGoodLines() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            if (i % BAD_EVERY != 3) {
                items.add("item-" + i);
            }
        }
        return items;
    }

    @Test
    void sendsEveryGoodLineInOrder() throws IOException {
        ReplayReport report = replay(settings(0, Long.MAX_VALUE), Pace.unlimited());

        assertThat(report.sent()).isEqualTo(180);
        assertThat(report.rejected()).isEqualTo(20);
        assertThat(report.lines()).isEqualTo(LINES);
        assertThat(report.complete()).isTrue();
        assertThat(itemsInTopic()).isEqualTo(itemsOfGoodLines());
    }

    @Test
    void sendsTheSameInPartsAsInOneGo() throws IOException {
        ReplayReport first = replay(settings(0, 77), Pace.unlimited());
        ReplayReport second = replay(settings(first.lines(), 50), Pace.unlimited());
        ReplayReport rest = replay(settings(second.lines(), Long.MAX_VALUE), Pace.unlimited());

        assertThat(first.complete()).isTrue();
        assertThat(second.lines()).isEqualTo(127);
        assertThat(rest.lines()).isEqualTo(LINES);
        assertThat(itemsInTopic()).isEqualTo(itemsOfGoodLines());
    }

    @Test
    void countsItsOwnEventsWhenAProducerServesTwoReplays() throws IOException {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            ReplayReport first = Transfer.ofEvents(settings(0, 10), LogFormat.CSV, producer, Pace.unlimited())
                    .run((bytes, of) -> {});
            ReplayReport second = Transfer.ofEvents(settings(10, 10), LogFormat.CSV, producer, Pace.unlimited())
                    .run((bytes, of) -> {});

            assertThat(first.sent()).isEqualTo(9);
            assertThat(second.sent()).isEqualTo(9);
        }
    }

    @Test
    void reportsRejectedLinesWithReasons() throws IOException {
        Path rejected = directory.resolve("rejected.tsv");
        TransferSettings settings = new TransferSettings(log(), 0, Long.MAX_VALUE, Optional.of(rejected));

        ReplayReport report = replay(settings, Pace.unlimited());

        // the header is line 1, so that the fourth event stands in line 5
        assertThat(report.examples())
                .hasSize(10)
                .extracting(LogLine.Rejected::lineNumber)
                .startsWith(5L, 15L);
        assertThat(Files.readAllLines(rejected))
                .hasSize(20)
                .first()
                .asString()
                .startsWith("5\t")
                .contains("time")
                .doesNotContain("user-3");
    }

    @Test
    void endsInGoodOrderWhenInterrupted() throws IOException {
        Pace pace = interruptsAt(50, Duration.ofHours(1).toNanos());

        ReplayReport first = replay(settings(0, Long.MAX_VALUE), pace);
        boolean interrupted = Thread.interrupted();
        ReplayReport rest = replay(settings(first.lines(), Long.MAX_VALUE), Pace.unlimited());

        assertThat(interrupted).isTrue();
        assertThat(first.complete()).isFalse();
        assertThat(first.sent()).isEqualTo(49);
        assertThat(rest.complete()).isTrue();
        assertThat(itemsInTopic()).isEqualTo(itemsOfGoodLines());
    }

    @Test
    void endsInGoodOrderWhenInterruptedAtFullSpeed() throws IOException {
        ReplayReport report = replay(settings(0, Long.MAX_VALUE), interruptsAt(50, 0));

        assertThat(report.complete()).isFalse();
        assertThat(report.sent()).isEqualTo(49);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Interrupts the replay, as Ctrl-C does, when an event is about to be waited for. */
    private static Pace interruptsAt(int count, long dueAfterNs) {
        return new Pace() {
            private int events;

            @Override
            long dueAfterNs(Interaction event) {
                if (++events < count) {
                    return 0;
                }
                Thread.currentThread().interrupt();
                return dueAfterNs;
            }
        };
    }

    @Test
    void reportsTheLineToContinueWithWhenSendingFails() throws IOException {
        TransferSettings settings = settings(0, Long.MAX_VALUE);
        KindredConfig unreachable = KindredConfig.of(Map.of(
                "bootstrap.servers", "localhost:1",
                "kafka.max.block.ms", "200"));
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(unreachable, Feed.EVENTS)) {
            Transfer<Interaction> replay = Transfer.ofEvents(settings, LogFormat.CSV, producer, Pace.unlimited());

            assertThatThrownBy(() -> replay.run((bytes, of) -> {}))
                    .isInstanceOfSatisfying(
                            SendFailedException.class,
                            failure -> assertThat(failure.position()).isZero());
        }
    }

    /** 20 of its 200 lines have no id, and 20 others a price that is none. */
    private Path catalog() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item_id,price,currency"));
        for (int i = 0; i < LINES; i++) {
            String id = i % BAD_EVERY == 3 ? "" : "item-" + i;
            lines.add(id + "," + (i % BAD_EVERY == 4 ? "cheap" : i) + ",EUR");
        }
        return Files.write(directory.resolve("items.csv"), lines);
    }

    private ReplayReport importItems(long skip, long limit) throws IOException {
        TransferSettings settings = new TransferSettings(catalog(), skip, limit, Optional.empty());
        try (FeedProducer<ItemChange, Item> producer = new FeedProducer<>(config, Feed.ITEMS)) {
            return Transfer.ofItems(settings, ItemSettings.asOf(0), producer).run((bytes, of) -> {});
        }
    }

    @Test
    void importsTheGoodLinesOfACatalogInParts() throws IOException {
        ReplayReport first = importItems(0, 77);
        ReplayReport rest = importItems(first.lines(), Long.MAX_VALUE);

        assertThat(first.sent() + rest.sent()).isEqualTo(180);
        assertThat(first.rejected() + rest.rejected()).isEqualTo(20);
        assertThat(first.examples().get(0)).isEqualTo(new LogLine.Rejected<>(5, "itemId is empty"));
        assertThat(first.losses()).isEqualTo(Map.of("price ... is no price such as 9.50 EUR", 8L));
        assertThat(rest.lines()).isEqualTo(LINES);
        assertThat(rest.complete()).isTrue();
        try (TopicTail<String, Item> items = new TopicTail<>(
                config,
                config.topics().items(),
                new StringDeserializer(),
                Topologies.serdes(config).itemDeserializer())) {
            assertThat(items.readToEnd().records())
                    .extracting(item -> item.value().itemId())
                    .isEqualTo(itemsOfGoodLines());
        }
    }
}
