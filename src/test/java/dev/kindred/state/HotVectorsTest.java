package dev.kindred.state;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Interaction;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorStore;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class HotVectorsTest {

    @Nested
    class WithRoomForOneVector extends RocksVectorStoreLaws {

        @Override
        VectorStore around(VectorStore kafka) {
            return new HotVectors(kafka, new MemoryBudget(1));
        }
    }

    @Nested
    class WithRoomForAll extends RocksVectorStoreLaws {

        private final MemoryBudget budget = new MemoryBudget(1 << 30);

        @Override
        HotVectors around(VectorStore kafka) {
            return new HotVectors(kafka, budget);
        }

        private HotVectors hot() {
            return (HotVectors) store();
        }

        @Test
        void returnsTheSameVectorAgain() {
            learn(click("ann", "tea", START_MS));

            UserVector first = store().load("ann");

            assertThat(store().load("ann")).isSameAs(first);
        }

        @RandomTest
        void losesNothingWhenDropped(RandomGenerator random) {
            List<Interaction> events = Streams.random(random, 300, 5, 30);
            events.forEach(this::learn);

            hot().drop();

            assertThat(budget.usedBytes()).isZero();
            live(events, dictionary).forEach((user, vector) -> assertSame(store().load(user), vector, dictionary));
        }

        @Test
        void reloadsFromTheStoreAfterADrop() {
            learn(click("ann", "tea", START_MS));
            bytes.all().forEachRemaining(entry -> bytes.delete(entry.key)); // as after an aborted transaction

            hot().drop();

            assertThat(store().load("ann").version()).isZero();
        }
    }
}
