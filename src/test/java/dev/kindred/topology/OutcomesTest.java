package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
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
        Map<OutcomeKey, OutcomeSums> latest = new HashMap<>();
        outcomes.readValuesToList().forEach(outcome -> latest.put(outcome.key(), outcome.sums()));
        latest.keySet().removeIf(key -> key.listed() != listed);
        return latest.values().stream().reduce(OutcomeSums.NONE, OutcomeSums::plus);
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

    @Test
    void knowNothingOfAnErasedUser() {
        stream.send(event(InteractionType.IMPRESSION, "ann", "cup", Optional.of(listIdOf("ann"))));
        KeyValueStore<Bytes, byte[]> users = stream.driver.getKeyValueStore(Stores.USER_FEEDBACK);
        assertThat(size(users)).isEqualTo(1);

        stream.erasures.pipeInput("ann", new ErasureRequest("r-1", "ann", START_MS, ""));

        assertThat(size(users)).isZero();
        assertThat(total(true).impressions()).isEqualTo(1);
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
