package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.expression.ItemFilter;
import dev.kindred.math.PeriodSums;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.RankerKind;
import dev.kindred.scenario.Ranking;
import dev.kindred.scenario.Scenario;
import dev.kindred.testing.Batch;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** From events to what lists learn of them, and to lists that follow. */
final class LearningListsTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final LearningSettings EVERY_EVENT = new LearningSettings(true, 1, Duration.ofDays(30), INTERVAL, 1);
    private static final LearningSettings AT_ONCE = // a model follows its sums
            new LearningSettings(true, 1, Duration.ofDays(30), Duration.ofMillis(1), 1);
    private static final Ranking RANKER = new Ranking(RankerKind.LEARNED, false, "");
    private static final Ranking WEIGHTS = new Ranking(RankerKind.BLEND, true, "");

    private static Scenario home(Ranking ranking) {
        return new Scenario(
                        "home",
                        5,
                        Map.of(Strategy.POPULAR, 0.6, Strategy.USER_BASED, 0.3, Strategy.SEQUENCE_BASED, 0.1),
                        ItemFilter.everything(),
                        Excludes.of(List.of()),
                        List.of(),
                        DiversitySettings.NONE,
                        0,
                        true,
                        false)
                .ranked(ranking);
    }

    /** What is published next. */
    private static List<TestRecord<String, StatisticsRow>> published(TestStream stream) {
        stream.driver.advanceWallClockTime(INTERVAL);
        return stream.driver
                .createOutputTopic(
                        TestStream.TOPICS.rankerStatistics(),
                        new StringDeserializer(),
                        TestStream.SERDES.statisticsDeserializer())
                .readRecordsToList();
    }

    private static Map<String, StatisticsRow> rows(TestStream stream) {
        Map<String, StatisticsRow> rows = new HashMap<>();
        published(stream).forEach(record -> rows.put(record.key(), record.value()));
        return rows;
    }

    private static Map<Long, List<Long>> sums(TestStream stream) {
        Map<String, StatisticsRow> rows = rows(stream);
        int size =
                rows.values().stream().mapToInt(row -> row.sums().length).max().orElse(0);
        PeriodSums sums = new PeriodSums(size, EVERY_EVENT.decay());
        rows.values().forEach(row -> sums.add(row.key().period(), row.sums()));
        return Batch.texts(sums);
    }

    /** Law: what the stream learns is what one pass over the log learns, to the last bit. */
    @RandomTest(seeds = 5)
    void learnWhatABatchLearns(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 10, 30);
        for (Ranking ranking : List.of(RANKER, WEIGHTS)) {
            LearningSettings half = new LearningSettings(true, 2, Duration.ofDays(1), INTERVAL, 1);
            TopologySettings settings = TestStream.learning(half, home(ranking));
            try (TestStream stream = new TestStream(settings)) {
                stream.sendAll(events);

                Map<Long, List<Long>> sums = sums(stream);

                assertThat(sums).hasSizeGreaterThan(3);
                assertThat(sums).isEqualTo(Batch.sums(settings.model(), half, home(ranking), events));
            }
        }
    }

    private static List<String> list(TestStream stream, Interaction event) {
        stream.recommendations.readValuesToList();
        stream.send(event);
        Recommendations published = stream.recommendations.readValue();
        return Objects.requireNonNull(published.scenarios().get("home")).stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    /** The mug is the most popular item. But twelve users take a cup, a pot, tea and a tin, again and again. */
    private static List<Interaction> habits() {
        List<Interaction> events = new ArrayList<>();
        for (int guest = 0; guest < 40; guest++) {
            events.add(click("guest-" + guest, "mug", START_MS + guest));
        }
        for (int round = 0; round < 6; round++) {
            for (int user = 0; user < 12; user++) {
                for (String item : List.of("cup", "pot", "tea", "tin")) {
                    events.add(click("user-" + user, item, START_MS + events.size() * 60_000L));
                }
            }
        }
        return events;
    }

    @Test
    void beginInTheOrderOfTheBlendAndLeaveIt() {
        Interaction last = click("user-0", "cup", START_MS + Duration.ofDays(1).toMillis());
        try (TestStream plain = new TestStream(TestStream.publishing(home(Ranking.BLEND)));
                TestStream frozen = new TestStream(TestStream.learning(
                        new LearningSettings(true, 0, Duration.ofDays(30), INTERVAL, 1), home(RANKER)));
                TestStream learning = new TestStream(TestStream.learning(AT_ONCE, home(RANKER)))) {
            plain.sendAll(habits());
            frozen.sendAll(habits());
            learning.sendAll(habits());
            assertThat(rows(frozen)).isEmpty();
            assertThat(rows(learning)).isNotEmpty();

            List<String> blended = list(plain, last);

            assertThat(list(frozen, last)).isEqualTo(blended);
            List<String> learned = list(learning, last);
            assertThat(blended).startsWith("mug");
            assertThat(learned).startsWith("pot").containsExactlyInAnyOrderElementsOf(blended);
        }
    }

    @Test
    void learnNothingOfUsersWhoHaveNotAgreedToTheScenario() {
        try (TestStream stream =
                new TestStream(TestStream.learning(EVERY_EVENT, home(RANKER).needing("home")))) {
            stream.sendAll(habits());
            assertThat(rows(stream)).isEmpty();

            stream.users.pipeInput("user-1", new UserAttributes("user-1", Map.of(), Map.of("home", true), START_MS));
            stream.sendAll(habits());
            assertThat(rows(stream)).isNotEmpty();
        }
    }

    @Test
    void learnNothingFromARepeat() {
        Interaction event = new Interaction(Optional.of("e-1"), "ann", "tea", InteractionType.CLICK, START_MS + 9, 1);
        try (TestStream stream = new TestStream(TestStream.learning(EVERY_EVENT, home(RANKER)))) {
            stream.sendAll(habits());
            stream.send(click("ann", "cup", START_MS));
            stream.send(event);
            Map<Long, List<Long>> once = sums(stream);

            stream.send(event);

            assertThat(rows(stream)).isEmpty();
            assertThat(once).isNotEmpty();
        }
    }

    /** A period that is ten half-lives old goes from the store, from the topic and from the models. */
    @Test
    void forgetOldPeriods() {
        try (TestStream stream = new TestStream(TestStream.learning(EVERY_EVENT, home(RANKER)))) {
            stream.sendAll(habits());
            String before = published(stream).get(0).key();
            long laterMs = START_MS + Duration.ofDays(400).toMillis();

            stream.send(click("user-0", "pot", laterMs));

            List<TestRecord<String, StatisticsRow>> after = published(stream);
            assertThat(after).hasSize(2);
            assertThat(after)
                    .filteredOn(record -> record.value() == null)
                    .extracting(TestRecord::key)
                    .containsExactly(before);
            try (var kept = stream.driver
                    .<Bytes, byte[]>getKeyValueStore(Stores.LEARNED_SUMS)
                    .all()) {
                assertThat(kept).toIterable().hasSize(1);
            }
        }
    }

    /** No id of a user, an event or an item. */
    @Test
    void nameNobody() {
        try (TestStream stream = new TestStream(TestStream.learning(EVERY_EVENT, home(RANKER)))) {
            stream.sendAll(Streams.random(new SplittableRandom(1), 200, 10, 30));
            stream.driver.advanceWallClockTime(INTERVAL);

            List<TestRecord<byte[], byte[]>> records = stream.driver
                    .createOutputTopic(
                            TestStream.TOPICS.rankerStatistics(),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())
                    .readRecordsToList();

            assertThat(records)
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(new String(record.key(), StandardCharsets.ISO_8859_1)
                                    + new String(record.value(), StandardCharsets.ISO_8859_1))
                            .contains("home")
                            .doesNotContain("user-", "item-", "event-"));
        }
    }

    @Test
    void addNothingToAStreamWithoutLearning() {
        try (TestStream without = new TestStream(TestStream.publishing(home(RANKER)))) {
            assertThat(without.driver.getAllStateStores())
                    .doesNotContainKeys(Stores.LEARNED_SUMS, Stores.LEARNED_MODELS);
            without.sendAll(habits());
            assertThat(without.recommendations.readValuesToList()).isNotEmpty();
        }
    }

    @Test
    void learnWeightsFromTheDefaultOnes() {
        Interaction last = click("user-0", "cup", START_MS + Duration.ofDays(1).toMillis());
        Scenario byDefault = home(Ranking.BLEND).weighing(DefaultWeights.BLEND);
        try (TestStream plain = new TestStream(TestStream.publishing(byDefault));
                TestStream frozen = new TestStream(TestStream.learning(
                        new LearningSettings(true, 0, Duration.ofDays(30), INTERVAL, 1), home(WEIGHTS)))) {
            plain.sendAll(habits());
            frozen.sendAll(habits());

            assertThat(list(frozen, last)).isEqualTo(list(plain, last));
        }
    }
}
