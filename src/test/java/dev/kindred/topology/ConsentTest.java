package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.UserAttributes;
import dev.kindred.serde.CellKeySerde;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.topology.ConsentSettings.Required;
import dev.kindred.topology.ConsentSettings.Withdrawal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConsentTest {

    private static final long LATER_MS = START_MS + Duration.ofDays(2).toMillis();

    private int dropped;
    private TestStream stream = open(Withdrawal.ERASE);

    private TestStream open(Withdrawal withdrawal) {
        return new TestStream(settings(withdrawal), new StreamObserver() {
            @Override
            public void droppedWithoutConsent() {
                dropped++;
            }
        });
    }

    private static TopologySettings settings(Withdrawal withdrawal) {
        return TestStream.erasing(new ErasureSettings(
                TestStream.HASH,
                true,
                Map.of("events", 1000L),
                new ConsentSettings(Required.PERSONALIZATION, withdrawal),
                -1));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    private void consent(TestStream to, String user, boolean isGiven, long timeMs) {
        UserAttributes attributes =
                new UserAttributes(user, Map.of(), Map.of("personalization", isGiven, "email", true), timeMs);
        to.users.pipeInput(user, attributes, timeMs);
    }

    private void consent(String user, boolean isGiven, long timeMs) {
        consent(stream, user, isGiven, timeMs);
    }

    /** The law: what a user did without consent is never seen. */
    private void leavesTheWorldWithoutWhatNobodyAgreedTo(RandomGenerator random, Withdrawal withdrawal) {
        stream.close();
        stream = open(withdrawal);
        List<Interaction> events = Streams.random(random, 250, 8, 20);
        int given = random.nextInt(events.size());
        int withdrawn = given + random.nextInt(events.size() - given);
        String user = "user-" + random.nextInt(8);

        try (TestStream twin = new TestStream(settings(withdrawal))) {
            for (int i = 0; i < 16; i++) {
                String other = i < 8 ? "user-" + i : "guest-" + (i - 8);
                if (!other.equals(user)) {
                    consent(other, true, START_MS);
                    consent(twin, other, true, START_MS);
                }
            }
            for (int i = 0; i < events.size(); i++) {
                Interaction event = events.get(i);
                if (i == given) {
                    consent(user, true, START_MS);
                    consent(twin, user, true, START_MS);
                }
                if (i == withdrawn) {
                    consent(user, false, LATER_MS);
                    consent(twin, user, false, LATER_MS);
                }
                stream.send(event);
                boolean isAllowed = withdrawal == Withdrawal.FREEZE && i >= given && i < withdrawn;
                if (isAllowed || !event.userId().equals(user)) {
                    twin.send(event);
                }
            }
            Worlds.assertEqual(stream, twin);
        }
        assertThat(dropped).isPositive();
    }

    @RandomTest
    void leavesTheWorldWithoutWhatAWithdrawalErases(RandomGenerator random) {
        leavesTheWorldWithoutWhatNobodyAgreedTo(random, Withdrawal.ERASE);
    }

    @RandomTest
    void leavesTheWorldWithoutWhatCameAfterFreezing(RandomGenerator random) {
        leavesTheWorldWithoutWhatNobodyAgreedTo(random, Withdrawal.FREEZE);
    }

    @Test
    void learnsFromTheFirstEventAfterTheConsentAndNoneAfterItsEnd() {
        stream.send(click("ann", "tent", START_MS));
        consent("ann", true, START_MS);
        stream.send(click("ann", "cup", START_MS + 1));

        assertThat(Worlds.list(stream, "ann").vectorVersion()).isEqualTo(1);

        consent("ann", false, LATER_MS);
        stream.send(click("ann", "lamp", LATER_MS + 1));

        assertThat(stream.recommendations.readKeyValuesToMap()).containsEntry("ann", null);
        assertThat(dropped).isEqualTo(2);
    }

    @Test
    void aWithdrawalHasOneReceiptAndKeepsTheRefusal() {
        consent("ann", true, START_MS);
        stream.send(click("ann", "tent", START_MS));

        consent("ann", false, LATER_MS);
        consent("ann", false, LATER_MS + 1);

        ErasureReceipt receipt = stream.receipts.readValue();
        assertThat(receipt.held()).isEqualTo(new ErasureReceipt.Held(1, 1, false));
        assertThat(receipt.requestedMs()).isEqualTo(LATER_MS);
        assertThat(receipt.reason()).isEqualTo("withdrawal");
        assertThat(receipt.requestId()).matches("0-[0-9a-f-]{36}");
        assertThat(stream.receipts.isEmpty()).isTrue();
        assertThat(Worlds.of(stream).get(Stores.USER_ATTRIBUTES)).containsKey("ann");
    }

    /** With at least once, a crash can keep the removal of a vector and lose that of its cells; the record comes again. */
    @Test
    void aWithdrawalThatComesAgainRemovesTheCellsThatACrashLeft() {
        consent("ann", true, START_MS);
        stream.send(click("ann", "tent", START_MS));
        consent("ann", false, LATER_MS);
        CellKey cell = new CellKey("ann", "tent");
        stream.driver
                .createInputTopic(
                        TestStream.TOPICS.affinities(),
                        new CellKeySerde().serializer(),
                        TestStream.SERDES.affinitySerializer())
                .pipeInput(cell, new Affinity(1, START_MS, InteractionType.CLICK.bit()));
        stream.affinities.readKeyValuesToList();

        consent("ann", false, LATER_MS);

        assertThat(stream.affinities.readKeyValuesToMap()).containsEntry(cell, null);
        assertThat(Set.copyOf(stream.receipts.readValuesToList())).hasSize(1); // the same once more
    }

    @Test
    void aUserWhoNeverDidAnythingHasNoReceipt() {
        consent("ann", false, START_MS);

        assertThat(stream.receipts.isEmpty()).isTrue();
    }

    /** Also the events of the time without consent. */
    @Test
    void aNewConsentBringsNothingBack() {
        for (Withdrawal withdrawal : Withdrawal.values()) {
            stream.close();
            stream = open(withdrawal);
            consent("ann", true, START_MS);
            stream.send(click("ann", "tent", START_MS));
            consent("ann", false, LATER_MS);
            consent("ann", true, LATER_MS + 10);
            consent("ann", true, LATER_MS + 20); // attributes that change are no new consent
            Worlds.lists(stream);

            stream.send(click("ann", "cup", LATER_MS - 1));
            stream.send(click("ann", "cup", LATER_MS + 5));
            assertThat(Worlds.lists(stream)).isEmpty();
            stream.send(click("ann", "lamp", LATER_MS + 15));

            long known = withdrawal == Withdrawal.FREEZE ? 2 : 1;
            assertThat(Worlds.list(stream, "ann").vectorVersion()).isEqualTo(known);
        }
    }

    @Test
    void attributesThatAreDeletedEndTheConsent() {
        consent("ann", true, START_MS);
        stream.send(click("ann", "tent", START_MS));

        stream.rawUsers.pipeInput("ann", null, LATER_MS);

        assertThat(stream.receipts.readValue().held().events()).isEqualTo(1);
    }

    /** They may be a fault of the shop. */
    @Test
    void attributesThatCannotBeReadEraseNothingAndAllowNothing() {
        consent("ann", true, START_MS);
        stream.send(click("ann", "tent", START_MS));

        stream.rawUsers.pipeInput("ann", "?".getBytes(StandardCharsets.UTF_8), LATER_MS);
        stream.send(click("ann", "cup", LATER_MS + 1));

        assertThat(stream.receipts.isEmpty()).isTrue();
        assertThat(stream.recommendations.readKeyValuesToMap()).containsEntry("ann", null);
        assertThat(dropped).isEqualTo(1);
    }

    @Test
    void aMergeIntoAUserWithoutConsentBringsNothing() {
        consent("visitor", true, START_MS);
        stream.send(click("visitor", "tent", START_MS));

        stream.merge("visitor", "ben");

        assertThat(Worlds.of(stream).get(Stores.USER_VECTORS)).isEmpty();
        assertThat(dropped).isEqualTo(1);
    }

    @Test
    void frozenDataMoveToNobody() {
        stream.close();
        stream = open(Withdrawal.FREEZE);
        consent("visitor", true, START_MS);
        consent("ben", true, START_MS);
        stream.send(click("visitor", "tent", START_MS));
        consent("visitor", false, LATER_MS);

        stream.merge("visitor", "ben");

        assertThat(Worlds.lists(stream)).isEmpty();
        assertThat(dropped).isEqualTo(1);
    }
}
