package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureNotes;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.Merge;
import dev.kindred.model.UserAttributes;
import dev.kindred.serde.CellKeySerde;
import dev.kindred.state.Erasures;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
final class ErasingUsersTest {

    private static final long REQUESTED_MS = START_MS + Duration.ofDays(2).toMillis();

    private final Map<ErasureOutcome, Integer> outcomes = new HashMap<>();
    private int dropped;
    private TestStream stream = open(TestStream.settings(64, 0, 100));

    private TestStream open(TopologySettings settings) {
        return new TestStream(settings, new StreamObserver() {
            @Override
            public void erased(ErasureOutcome outcome) {
                outcomes.merge(outcome, 1, Integer::sum);
            }

            @Override
            public void droppedAsErased() {
                dropped++;
            }
        });
    }

    @AfterEach
    void close() {
        stream.close();
    }

    private void erase(String requestId, String userId) {
        stream.erasures.pipeInput(userId, new ErasureRequest(requestId, userId, 0, "asked for"), REQUESTED_MS);
    }

    /** The law: erasure leaves the world in which what the user did until the request was never seen. */
    private void leavesTheWorldWithoutTheUser(RandomGenerator random, TopologySettings settings) {
        leavesTheWorldWithoutTheUser(random, settings, Streams.random(random, 250, 8, 20));
    }

    private void leavesTheWorldWithoutTheUser(
            RandomGenerator random, TopologySettings settings, List<Interaction> events) {
        stream.close();
        stream = open(settings);
        int moment = random.nextInt(events.size());
        String erased = "user-" + random.nextInt(8);
        stream.users.pipeInput(erased, attributes(erased));

        try (TestStream twin = new TestStream(settings)) {
            for (int i = 0; i < events.size(); i++) {
                Interaction event = events.get(i);
                if (i == moment) {
                    erase("request", erased);
                }
                stream.send(event);
                boolean isNew = i >= moment && event.timestampMs() > REQUESTED_MS;
                if (isNew || !event.userId().equals(erased)) {
                    twin.send(event);
                }
            }
            Worlds.assertEqual(stream, twin);
        }
    }

    private static UserAttributes attributes(String user) {
        return new UserAttributes(user, Map.of("city", "Lyon"), Map.of("email", true), START_MS);
    }

    @RandomTest
    void leavesTheWorldInWhichTheUserWasNeverSeen(RandomGenerator random) {
        leavesTheWorldWithoutTheUser(random, TestStream.settings(64, 0, 100));
    }

    @RandomTest
    void leavesThatWorldWhereNoIdsAreRemembered(RandomGenerator random) {
        leavesTheWorldWithoutTheUser(random, TestStream.settings(0, 0, 100));
    }

    /** Nearly all that comes to partition 0 is rerouted first. */
    @RandomTest
    void leavesThatWorldAcrossPartitions(RandomGenerator random) {
        leavesTheWorldWithoutTheUser(random, TestStream.settings(new Placement(8)));
    }

    /** The counts stay: they name nobody. */
    @RandomTest
    void leavesThatWorldWhereListsWereShown(RandomGenerator random) {
        FeedbackSettings feedback =
                new FeedbackSettings(true, Duration.ofDays(1), Duration.ofHours(1), 600, TestStream.HASH);
        List<Interaction> events = Streams.random(random, 250, 8, 20).stream()
                .map(event -> random.nextInt(3) == 0 ? shown(event, random) : event)
                .toList();
        leavesTheWorldWithoutTheUser(random, TestStream.counting(feedback), events);
    }

    private static Interaction shown(Interaction event, RandomGenerator random) {
        return new Interaction(
                event.eventId(),
                event.userId(),
                event.itemId(),
                InteractionType.IMPRESSION,
                event.timestampMs(),
                1,
                OptionalDouble.empty(),
                new ListReference(
                        Optional.empty(),
                        Optional.of("home"),
                        random.nextBoolean() ? Optional.of("b") : Optional.empty(),
                        OptionalInt.of(1 + random.nextInt(5))));
    }

    /** A merge before an event with a number, and whether it was requested before the erasure. */
    private record MergeAt(int event, String from, String into, boolean isBefore) {}

    /**
     * Merges before, during and after. What was merged into the user is erased with the user; what is under way to the user
     * at the request never arrives; what was merged away belongs to the other, who keeps it.
     */
    private void leavesTheWorldWithoutWhatWasMerged(RandomGenerator random, TopologySettings settings) {
        stream.close();
        stream = open(settings);
        long requestedMs = System.currentTimeMillis() - 60_000; // merges wait for at most a day
        List<Interaction> events = Streams.random(random, 200, 8, 20);
        int moment = random.nextInt(events.size());
        String erased = "user-" + random.nextInt(8);
        List<MergeAt> merges = merges(random, events.size(), moment);
        Set<Integer> kept = kept(events, merges, moment, erased);

        try (TestStream twin = new TestStream(settings)) {
            for (int i = 0; i < events.size(); i++) {
                if (i == moment) {
                    stream.erasures.pipeInput(
                            erased, new ErasureRequest("request", erased, 0, "asked for"), requestedMs);
                }
                for (MergeAt merge : merges) {
                    if (merge.event() == i) {
                        long mergedMs = requestedMs + (merge.isBefore() ? -1 : 1);
                        Merge request = new Merge(merge.from(), merge.into(), 0);
                        stream.merges.pipeInput(merge.from(), request, mergedMs);
                        twin.merges.pipeInput(merge.from(), request, mergedMs);
                    }
                }
                stream.send(events.get(i));
                if (kept.contains(i)) {
                    twin.send(events.get(i));
                }
            }
            Worlds.assertEqual(stream, twin);
        }
    }

    private static List<MergeAt> merges(RandomGenerator random, int events, int moment) {
        List<MergeAt> merges = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            int from = random.nextInt(8);
            int into = random.nextInt(8);
            if (from != into && random.nextInt(12) == 0) {
                boolean isBefore = i < moment || random.nextBoolean();
                merges.add(new MergeAt(i, "user-" + from, "user-" + into, isBefore));
            }
        }
        return merges;
    }

    /** The numbers of the events that nobody loses, by the user who has them. */
    private static Set<Integer> kept(List<Interaction> events, List<MergeAt> merges, int moment, String erased) {
        Map<Integer, String> owners = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (i == moment) {
                owners.values().removeIf(erased::equals);
            }
            for (MergeAt merge : merges) {
                if (merge.event() == i) {
                    boolean isUnderWay =
                            i >= moment && merge.isBefore() && merge.into().equals(erased);
                    if (isUnderWay) {
                        owners.values().removeIf(merge.from()::equals);
                    } else {
                        owners.replaceAll((event, owner) -> owner.equals(merge.from()) ? merge.into() : owner);
                    }
                }
            }
            String user = events.get(i).userId();
            if (i < moment || !user.equals(erased)) {
                owners.put(i, user);
            }
        }
        return owners.keySet();
    }

    @RandomTest
    void leavesThatWorldAmongMerges(RandomGenerator random) {
        leavesTheWorldWithoutWhatWasMerged(random, TestStream.settings(64, 0, 100));
    }

    @RandomTest
    void leavesThatWorldAmongMergesAcrossPartitions(RandomGenerator random) {
        leavesTheWorldWithoutWhatWasMerged(random, TestStream.settings(new Placement(8)));
    }

    @Test
    void aMergeBeforeErasesBoth() {
        stream.send(click("visitor", "tent", START_MS));
        stream.send(click("ben", "lamp", START_MS));
        stream.merge("visitor", "ben");

        erase("request", "ben");

        try (TestStream twin = new TestStream(TestStream.settings(64, 0, 100))) {
            Worlds.assertEqual(stream, twin);
        }
    }

    /** The other id has the data now; the receipt says so. */
    @Test
    void aMergeBeforeIsToldInTheReceiptOfTheFormerId() {
        stream.send(click("visitor", "tent", START_MS));
        stream.merge("visitor", "ben");

        erase("request", "visitor");

        ErasureReceipt receipt = stream.receipts.readValue();
        assertThat(receipt.held().isNothing()).isTrue();
        assertThat(receipt.mergedInto()).isEqualTo(TestStream.HASH.of("ben"));
    }

    /** The vector left before the request and arrives after it. */
    @Test
    void aMergeUnderWayBringsNothingBack() {
        stream.send(click("visitor", "tent", START_MS));
        long nowMs = System.currentTimeMillis() - 1000; // merges wait for at most a day
        stream.erasures.pipeInput("ben", new ErasureRequest("request", "ben", 0, ""), nowMs);

        stream.merges.pipeInput("visitor", new Merge("visitor", "ben", 0), nowMs - 1);

        assertThat(stream.driver
                        .<Bytes, byte[]>getKeyValueStore(Stores.USER_VECTORS)
                        .approximateNumEntries())
                .isZero();
        assertThat(dropped).isEqualTo(1);
    }

    @Test
    void aMergeAfterCounts() {
        stream.send(click("visitor", "tent", START_MS));
        erase("request", "ben");

        stream.merge("visitor", "ben");

        assertThat(Worlds.lists(stream)).containsOnlyKeys("ben");
        assertThat(dropped).isZero();
    }

    @Test
    void dropsWhatArrivesLateAndLearnsWhatIsNew() {
        stream.send(click("ann", "tent", START_MS));
        erase("request", "ann");

        stream.send(click("ann", "stove", REQUESTED_MS)); // also one sent again from an old log
        stream.rawEvents.pipeInput( // it came to another partition, and only its arrival is old
                bytes("another key"), RawEvents.encode("ann", "lamp", "CLICK", REQUESTED_MS + 1, 1), REQUESTED_MS);
        assertThat(Worlds.lists(stream)).isEmpty();
        stream.send(click("ann", "cup", REQUESTED_MS + 1));

        assertThat(Worlds.lists(stream).get("ann").vectorVersion()).isEqualTo(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aReceiptTellsWhatWasHeldAndNamesNobody() {
        stream.users.pipeInput("ann", attributes("ann"));
        stream.send(click("ann", "tent", START_MS));
        stream.send(click("ann", "tent", START_MS + 1));
        stream.send(click("ann", "cup", START_MS + 2));

        erase("request", "ann");

        ErasureReceipt receipt = stream.receipts.readValue();
        assertThat(receipt.requestId()).isEqualTo("request");
        assertThat(receipt.user()).isEqualTo(TestStream.HASH.of("ann"));
        assertThat(receipt.requestedMs()).isEqualTo(REQUESTED_MS);
        assertThat(receipt.held()).isEqualTo(new ErasureReceipt.Held(3, 2, true));
        assertThat(receipt.goneByMs())
                .isEqualTo(Map.of("events", receipt.erasedMs() + 1000, "dead-letters", ErasureReceipt.NEVER));
        assertThat(outcomes).isEqualTo(Map.of(ErasureOutcome.ERASED, 1));
    }

    @Test
    void notesTellUntilWhenAUserIsErasedAndWhereTheDataIs() {
        stream.send(click("visitor", "tent", START_MS));
        stream.merge("visitor", "ben");
        KeyValueStore<Bytes, byte[]> store = stream.driver.getKeyValueStore(Stores.ERASURES);
        assertThat(Erasures.notes(store, TestStream.HASH, "visitor"))
                .isEqualTo(new ErasureNotes(
                        OptionalLong.empty(), OptionalLong.empty(), Optional.of(TestStream.HASH.of("ben"))));

        erase("request", "ben");

        assertThat(Erasures.notes(store, TestStream.HASH, "ben"))
                .isEqualTo(new ErasureNotes(OptionalLong.of(REQUESTED_MS), OptionalLong.empty(), Optional.empty()));
        assertThat(Erasures.notes(store, TestStream.HASH, "zoe")).isEqualTo(ErasureNotes.NONE);
    }

    @Test
    void anUnknownUserHasAReceiptThatNothingWasHeld() {
        erase("request", "nobody");

        assertThat(stream.receipts.readValue().held().isNothing()).isTrue();
        assertThat(outcomes).isEqualTo(Map.of(ErasureOutcome.NOTHING_HELD, 1));
    }

    @Test
    void aRepeatedRequestHasTheSameReceiptAndSparesWhoIsBack() {
        stream.send(click("ann", "tent", START_MS));
        erase("request", "ann");
        stream.send(click("ann", "cup", REQUESTED_MS + 1));

        erase("request", "ann");

        List<ErasureReceipt> receipts = stream.receipts.readValuesToList();
        assertThat(receipts).hasSize(2);
        assertThat(receipts.get(1)).isEqualTo(receipts.get(0));
        assertThat(Worlds.lists(stream).get("ann")).isNotNull();
        assertThat(outcomes).isEqualTo(Map.of(ErasureOutcome.ERASED, 1, ErasureOutcome.REPEATED, 1));
    }

    @Test
    void receiptsFormAChain() {
        for (int i = 0; i < 3; i++) {
            erase("request-" + i, "user-" + i);
        }

        List<ErasureReceipt> receipts = stream.receipts.readValuesToList();
        assertThat(receipts.get(0).link()).isEqualTo(ErasureReceipt.Link.first(0));
        assertThat(receipts.get(1).link()).isEqualTo(receipts.get(0).next());
        assertThat(receipts.get(2).link()).isEqualTo(receipts.get(1).next());
    }

    /** At least once, a crash may keep the removal of a vector and lose the tombstones of its cells. */
    @Test
    void removesCellsThatACrashHasLeft() {
        CellKey left = new CellKey("ann", "tent");
        stream.driver
                .createInputTopic("affinities", new CellKeySerde().serializer(), TestStream.SERDES.affinitySerializer())
                .pipeInput(left, new Affinity(1, START_MS, 2));

        erase("request", "ann");

        assertThat(stream.affinities.readKeyValuesToMap()).containsEntry(left, null);
    }

    @Test
    void markersAndReceiptsExpireWithTheTopicsAndTheChainGoesOn() {
        stream.close();
        stream = open(TestStream.erasing(new ErasureSettings(TestStream.HASH, false, Map.of("events", 1000L))));
        erase("request", "ann");

        stream.driver.advanceWallClockTime(Duration.ofHours(2));
        stream.send(click("ann", "tent", START_MS));
        erase("request", "ann");

        List<ErasureReceipt> receipts = stream.receipts.readValuesToList();
        assertThat(dropped).isZero();
        assertThat(receipts.get(1).held().events()).isEqualTo(1);
        assertThat(receipts.get(1).link()).isEqualTo(receipts.get(0).next());
        assertThat(receipts.get(0).user()).isEmpty(); // without a secret
    }

    @Test
    void aBadRequestIsADeadLetter() {
        stream.erasures.pipeInput("", new ErasureRequest("request", "", 0, ""));

        assertThat(stream.deadLetters.readRecordsToList()).hasSize(1);
        assertThat(stream.receipts.isEmpty()).isTrue();
    }
}
