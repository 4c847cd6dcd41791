package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilarityRowStore;
import dev.kindred.testing.InMemorySimilarityRowStore;
import dev.kindred.testing.RandomTest;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class HotSimilarityRowsTest {

    @Nested
    class WithRoomForOneRow extends RocksSimilarityRowStoreLaws {

        private final MemoryBudget budget = new MemoryBudget(1);

        @Override
        HotSimilarityRows around(SimilarityRowStore kafka) {
            return new HotSimilarityRows(kafka, budget);
        }

        @RandomTest
        void loadsASpilledRow(RandomGenerator random) {
            SimilarityRow row = SimilarityRowStoreLaws.row(random);
            store().save("ann", row);

            store().save("bob", row(1));

            assertThat(store().load("ann")).isNotSameAs(row);
            assertThat(content(store().load("ann"))).isEqualTo(content(row));
        }
    }

    @Nested
    class WithRoomForAll extends RocksSimilarityRowStoreLaws {

        private final MemoryBudget budget = new MemoryBudget(1 << 30);

        @Override
        HotSimilarityRows around(SimilarityRowStore kafka) {
            return new HotSimilarityRows(kafka, budget);
        }

        @Test
        void writesNothingToTheStore() {
            store().save("ann", row(1));
            store().save("bob", row(2));

            assertThat(bytes.approximateNumEntries()).isZero();
        }

        @Test
        void losesDroppedRows() {
            store().save("ann", row(1));

            ((HotSimilarityRows) store()).drop();

            assertNeverComputed(store().load("ann"));
            assertThat(budget.usedBytes()).isZero();
        }
    }

    @Test
    void spillsTheLeastRecentlyUsedRow() {
        SimilarityRowStore store = new InMemorySimilarityRowStore();
        SimilarityRow row = SimilarityRowStoreLaws.row(1);
        HotSimilarityRows hot = new HotSimilarityRows(store, new MemoryBudget(2L * (row.sizeBytes() + 160)));
        hot.save("ann", row);
        hot.save("bob", row);
        hot.load("ann");

        hot.save("cat", row);

        assertThat(store.load("bob").version()).isEqualTo(1);
        SimilarityRowStoreLaws.assertNeverComputed(store.load("ann"));
    }
}
