package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.kindred.feedback.FeedbackResult;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a published list to its outcomes. */
final class OutcomesTest {

    private static final FeedbackSettings FEEDBACK =
            new FeedbackSettings(true, Duration.ofDays(1), Duration.ofHours(1), 600, TestStream.HASH);

    private final List<String> attributed = new ArrayList<>();
    private final TestStream stream = new TestStream(TestStream.counting(FEEDBACK), new StreamObserver() {
        @Override
        public void attributed(InteractionType type, FeedbackResult result, boolean isForeign) {
            attributed.add(type + " " + result + (isForeign ? " foreign" : ""));
        }
    });
    private final TestOutputTopic<String, Outcome> outcomes = stream.driver.createOutputTopic(
            TestStream.TOPICS.outcomes(), new StringDeserializer(), TestStream.SERDES.outcomeDeserializer());

    private final Map<OutcomeKey, OutcomeSums> latest = new HashMap<>(); // that was read so far

    @AfterEach
    void close() {
        stream.close();
    }

    private static Interaction event(InteractionType type, String user, String item, Optional<String> listId) {
        return new Interaction(
                Optional.empty(),
                user,
                item,
                type,
                System.currentTimeMillis(),
                1,
                OptionalDouble.empty(),
                new ListReference(listId, Optional.empty(), Optional.empty(), OptionalInt.of(1)));
    }

    private String listIdOf(String user) {
        Interaction click = new Interaction(Optional.empty(), user, "tent", InteractionType.CLICK, START_MS, 1);
        stream.send(click);
        Recommendations list = stream.recommendations.readKeyValuesToList().get(0).value;
        return list.identity(Recommendations.DEFAULT).listId().orElseThrow();
    }

    private OutcomeSums total(boolean listed) {
        outcomes.readValuesToList().forEach(outcome -> latest.put(outcome.key(), outcome.sums()));
        return latest.entrySet().stream()
                .filter(outcome -> outcome.getKey().listed() == listed)
                .map(Map.Entry::getValue)
                .reduce(OutcomeSums.NONE, OutcomeSums::plus);
    }

    @Test
    void ofAPublishedListAreCounted() {
        Optional<String> listId = Optional.of(listIdOf("ann"));

        stream.send(event(InteractionType.IMPRESSION, "ann", "cup", listId));
        stream.send(event(InteractionType.IMPRESSION, "ann", "cup", listId));
        stream.send(event(InteractionType.CLICK, "ann", "cup", listId));

        assertThat(total(true)).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    @Test
    void ofAListOfAnotherDeploymentAreCountedApart() {
        stream.send(event(InteractionType.IMPRESSION, "ann", "cup", Optional.of("l-1")));

        assertThat(attributed).containsExactly("IMPRESSION COUNTED foreign");
        assertThat(total(false).impressions()).isEqualTo(1);
    }

    private static TestStream discounting(double fatigue) {
        return new TestStream(TestStream.counting(FEEDBACK.tiring(fatigue)), StreamObserver.NONE);
    }

    private static Map<String, Double> scores(Recommendations list) {
        return list.items().stream().collect(Collectors.toMap(RecommendedItem::itemId, RecommendedItem::score));
    }

    private static Interaction clickOfAnn() {
        return event(InteractionType.CLICK, "ann", "tent", Optional.empty());
    }

    /** The list after an event. */
    private static Recommendations after(Interaction event, TestStream shop) {
        shop.send(event);
        List<KeyValue<String, Recommendations>> lists = shop.recommendations.readKeyValuesToList();
        return lists.get(lists.size() - 1).value;
    }

    @Test
    void takeScoreFromWhatWasShownAndNotTouched() {
        try (TestStream tiring = discounting(0.5);
                TestStream plain = discounting(0)) {
            List<TestStream> both = List.of(tiring, plain);
            for (String item : List.of("tent", "pad", "cup")) {
                Interaction click = event(InteractionType.CLICK, "bob", item, Optional.empty());
                both.forEach(shop -> shop.send(click)); // the same event, because its second counts
            }
            for (int list = 0; list < 2; list++) {
                Interaction click = clickOfAnn();
                both.forEach(shop -> shop.send(event(
                        InteractionType.IMPRESSION,
                        "ann",
                        "pad",
                        after(click, shop).identity(Recommendations.DEFAULT).listId())));
            }
            Interaction click = clickOfAnn();
            Map<String, Double> all = scores(after(click, plain));
            Map<String, Double> left = scores(after(click, tiring));
            assertThat(left.get("pad")).isCloseTo(all.getOrDefault("pad", 0.0) / 4, withinPercentage(0.1));
            assertThat(left.get("cup")).isCloseTo(all.get("cup"), withinPercentage(0.1));

            Interaction favorite = event(InteractionType.FAVORITE, "ann", "pad", Optional.empty());
            both.forEach(shop -> shop.send(favorite));
            Interaction last = clickOfAnn();
            assertThat(scores(after(last, tiring)).get("pad"))
                    .isCloseTo(scores(after(last, plain)).get("pad"), withinPercentage(0.1));
        }
    }

    @Test
    void knowNothingOfAnErasedUser() {
        stream.send(event(InteractionType.IMPRESSION, "ann", "cup", Optional.of(listIdOf("ann"))));
        KeyValueStore<Bytes, byte[]> users = stream.driver.getKeyValueStore(Stores.USER_FEEDBACK);
        assertThat(size(users)).isEqualTo(1);

        stream.erasures.pipeInput("ann", new ErasureRequest("r-1", "ann", START_MS, ""));

        assertThat(size(users)).isZero();
        assertThat(total(true).impressions()).isEqualTo(1);
    }

    /** A visitor logs in: the click of the known user belongs to the list that the visitor was shown. */
    @Test
    void followAMergedUser() {
        Optional<String> listId = Optional.of(listIdOf("visitor"));
        stream.send(event(InteractionType.IMPRESSION, "visitor", "cup", listId));
        assertThat(total(true)).isEqualTo(new OutcomeSums(1, 0, 0, 0, 0, 1, 0, 0, 0, 1));

        stream.merge("visitor", "ann");
        stream.send(event(InteractionType.CLICK, "ann", "cup", Optional.empty()));

        assertThat(size(stream.driver.getKeyValueStore(Stores.USER_FEEDBACK))).isEqualTo(1);
        assertThat(total(true)).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    /** Of a visitor who only looked, there is no vector. */
    @Test
    void followAMergedUserWithoutAVector() {
        Optional<String> listId = Optional.of(listIdOf("ben"));
        stream.send(event(InteractionType.IMPRESSION, "visitor", "cup", listId));
        stream.merge("visitor", "ann");
        stream.merge("visitor", "ann");
        stream.send(event(InteractionType.CLICK, "ann", "cup", Optional.empty()));

        assertThat(total(true)).isEqualTo(new OutcomeSums(1, 1, 0, 0, 0, 1, 1, 0, 0, 1));
    }

    /** A visitor who saw the same list as the known user is one user, and the list is one list. */
    @Test
    void ofAListThatBothMergedUsersSawAreThoseOfOne() {
        Optional<String> listId = Optional.of(listIdOf("visitor"));
        stream.send(event(InteractionType.IMPRESSION, "visitor", "cup", listId));
        stream.send(event(InteractionType.IMPRESSION, "ann", "cup", listId));
        assertThat(total(true)).isEqualTo(new OutcomeSums(2, 0, 0, 0, 0, 2, 0, 0, 0, 2));

        stream.merge("visitor", "ann");

        assertThat(total(true)).isEqualTo(new OutcomeSums(1, 0, 0, 0, 0, 1, 0, 0, 0, 1));
    }

    @Test
    void endWithTheirRetention() {
        stream.send(event(InteractionType.IMPRESSION, "ann", "cup", Optional.of(listIdOf("ann"))));
        KeyValueStore<Bytes, byte[]> sums = stream.driver.getKeyValueStore(Stores.OUTCOME_SUMS);
        assertThat(size(sums)).isEqualTo(2); // of the item and of the list

        stream.driver.advanceWallClockTime(FEEDBACK.retention().minusDays(2));
        assertThat(size(sums)).isEqualTo(2);
        outcomes.readKeyValuesToList();
        stream.driver.advanceWallClockTime(Duration.ofDays(4));

        assertThat(size(sums)).isZero();
        assertThat(outcomes.readKeyValuesToList()).hasSize(2).allMatch(removed -> removed.value == null);
    }

    /** A beacon that comes twice, a browser that is a day ahead, a list that nobody made, and a robot. */
    @Test
    void areNotMovedByBrowsersAndRobots() {
        Optional<String> listId = Optional.of(listIdOf("ann"));
        Interaction ahead = new Interaction(
                Optional.empty(),
                "ann",
                "cup",
                InteractionType.IMPRESSION,
                System.currentTimeMillis() + 30 * 60_000,
                1,
                OptionalDouble.empty(),
                new ListReference(listId, Optional.empty(), Optional.empty(), OptionalInt.of(1)));

        stream.send(ahead);
        stream.send(ahead);
        stream.send(event(InteractionType.CLICK, "ann", "cup", listId)); // on time: the clock of the server counts
        stream.send(event(InteractionType.IMPRESSION, "ben", "cup", Optional.empty()));
        stream.send(event(
                InteractionType.IMPRESSION,
                "ben",
                "mug",
                Optional.of(listId.get().replace('A', 'B'))));
        for (int i = 0; i < 700; i++) {
            stream.send(event(InteractionType.IMPRESSION, "robot", "item-" + i, listId));
        }

        assertThat(total(true)).isEqualTo(new OutcomeSums(601, 1, 0, 0, 0, 2, 1, 0, 0, 2));
        assertThat(total(false).impressions()).isEqualTo(2);
        assertThat(attributed.stream().filter("IMPRESSION REPEATED"::equals)).hasSize(1);
        assertThat(attributed.stream().filter("IMPRESSION COUNTED foreign"::equals))
                .hasSize(1);
        assertThat(attributed.stream().filter("IMPRESSION CAPPED"::equals)).hasSize(100);
    }

    private static int size(KeyValueStore<Bytes, byte[]> store) {
        int size = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                size++;
            }
        }
        return size;
    }

    @Test
    void addNothingToAStreamWithoutFeedback() {
        try (TestStream without = new TestStream()) {
            assertThat(without.driver.getAllStateStores())
                    .doesNotContainKeys(Stores.USER_FEEDBACK, Stores.OUTCOME_SUMS, Stores.OUTCOMES);
            without.send(new Interaction(Optional.empty(), "ann", "tent", InteractionType.CLICK, START_MS, 1));
            assertThat(without.recommendations.readValue().identities()).isEmpty();
        }
    }
}
