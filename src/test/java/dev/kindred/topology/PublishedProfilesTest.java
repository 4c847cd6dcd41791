package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.TermPreference;
import dev.kindred.profile.UserProfile;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Subtopology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Profiles are published in addition to lists, if configured, and do not change the lists. */
final class PublishedProfilesTest {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final TopologySettings ON = TestStream.publishingProfiles(INTERVAL.toMillis());

    private final TestStream stream = new TestStream(ON);

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void haveTheProfileOfTheUser() {
        stream.items.pipeInput("tea", Item.of("tea", "green", List.of("Home > Pantry")));
        stream.users.pipeInput("ann", new UserAttributes("ann", Map.of("country", "DE"), Map.of("email", true), 0));

        stream.send(new Interaction(
                Optional.empty(), "ann", "tea", InteractionType.PURCHASE, START_MS, 1, OptionalDouble.of(2.5)));

        KeyValue<String, PublishedProfile> record = stream.profiles.readKeyValue();
        PublishedProfile profile = record.value;
        UserProfile whole = profile.whole();
        assertThat(record.key).isEqualTo("ann");
        assertThat(profile.userId()).isEqualTo("ann");
        assertThat(profile.segments()).containsExactly("buyers");
        assertThat(whole.preferences().terms())
                .extracting(TermPreference::term)
                .containsExactly("green", "Home", "Home > Pantry"); // all alike, so in the order of kinds
        assertThat(whole.attributes()).isEqualTo(Map.of("country", "DE"));
        assertThat(whole.consents()).isEqualTo(Map.of("email", true));
        assertThat(whole.events()).isEqualTo(1);
        assertThat(whole.firstEventMs()).isEqualTo(START_MS);
        assertThat(whole.lastEventMs()).isEqualTo(START_MS);
        assertThat(whole.lifecycle()).isEqualTo(Lifecycle.LAPSED); // by the present time, not by that of the event
        assertThat(whole.habits().spent()).isEqualTo(2.5);
        assertThat(whole.preferences().categories()).hasSize(2);
    }

    @Test
    void comeAtTheStartOfABurstAndOnceAfterAnInterval() {
        stream.send(click("ann", "tea", START_MS));
        stream.send(click("ann", "cup", START_MS + 1));
        stream.send(click("bob", "tea", START_MS + 2));
        stream.send(click("ann", "pot", START_MS + 3));

        assertThat(events()).containsExactly("ann 1", "bob 1");
        stream.driver.advanceWallClockTime(INTERVAL);
        assertThat(events()).containsExactly("ann 3");
        stream.driver.advanceWallClockTime(INTERVAL);
        assertThat(events()).isEmpty();
        stream.send(click("ann", "tea", START_MS + 4));
        assertThat(events()).containsExactly("ann 4");
    }

    private List<String> events() {
        return stream.profiles.readKeyValuesToList().stream()
                .map(record -> record.key + " " + record.value.whole().events())
                .toList();
    }

    @Test
    void haveTheStrongestTwentyOfAKind() {
        for (int i = 0; i < 30; i++) {
            stream.items.pipeInput("item-" + i, Item.of("item-" + i, "word-" + i, List.of("Category-" + i)));
            stream.send(click("ann", "item-" + i, START_MS + i));
        }
        stream.driver.advanceWallClockTime(INTERVAL);

        PublishedProfile last = stream.profiles.readValuesToList().get(1);
        assertThat(last.whole().items()).isEqualTo(30);
        assertThat(last.whole().preferences().categories()).hasSize(20);
        assertThat(last.whole().preferences().terms()).hasSize(20);
    }

    @RandomTest
    void leaveListsAndCellsAsTheyAre(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 10, 20);
        try (TestStream plain = new TestStream(TestStream.settings(0, 0, 100))) {
            plain.sendAll(events);
            stream.sendAll(events);

            assertThat(stream.affinities.readKeyValuesToList()).isEqualTo(plain.affinities.readKeyValuesToList());
            assertThat(stream.recommendations.getQueueSize()).isEqualTo(plain.recommendations.getQueueSize());
            assertThat(plain.profiles.isEmpty()).isTrue();
            assertThat(stream.profiles.getQueueSize())
                    .isEqualTo(
                            events.stream().map(Interaction::userId).distinct().count());
        }
    }

    @Test
    void renumberNoTask() {
        Map<Integer, Set<String>> off = nodes(TestStream.settings(0, 0, 100));

        Map<Integer, Set<String>> on = nodes(ON);

        assertThat(on.keySet()).isEqualTo(off.keySet());
        on.forEach((id, names) -> assertThat(names).containsAll(off.getOrDefault(id, Set.of())));
        assertThat(on.get(1)).contains("throttle-profiles", "publish-profile", "user-profiles");
    }

    private static Map<Integer, Set<String>> nodes(TopologySettings settings) {
        return new RecommenderTopology(settings, TestStream.SERDES, StreamObserver.NONE)
                .get().describe().subtopologies().stream()
                        .collect(Collectors.toMap(Subtopology::id, PublishedProfilesTest::names));
    }

    private static Set<String> names(Subtopology part) {
        return part.nodes().stream().map(TopologyDescription.Node::name).collect(Collectors.toSet());
    }
}
