package dev.kindred.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import java.lang.ref.Reference;
import java.util.SplittableRandom;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula of src/OPERATING.md for the heap that the matrix takes. It measures the heap, so no other test may run. */
@Isolated
@SuppressWarnings({"LongDoubleConversion", "ReachabilityFenceUsage"})
final class MatrixMemoryTest {

    private static final long BYTES_PER_USER = 95;
    private static final long BYTES_PER_ITEM = 75; // and its id
    private static final long BYTES_PER_ID = 10;
    private static final long BYTES_PER_CELL = 33;

    @ParameterizedTest
    @CsvSource({
        "500000, 500000, 500000", // made-up ids: one cell each
        "100000, 20000, 700000",
        "10000, 25000, 500000"
    })
    void takesWhatTheFormulaSays(int users, int items, int cells) {
        long before = live();
        ItemDictionary dictionary = new ItemDictionary();
        InteractionMatrix matrix =
                new InteractionMatrix(new MatrixSettings(100, 1000, Decay.NONE, Decay.NONE), dictionary, 1);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < cells; i++) {
            int user = users == cells ? i : random.nextInt(users);
            int item = items == cells ? i : random.nextInt(items);
            matrix.apply(new CellKey("user-" + user, "item-" + item), new Affinity(1, i * 1000L, 1));
        }
        long taken = live() - before;

        long formula =
                BYTES_PER_USER * users + (BYTES_PER_ITEM + BYTES_PER_ID) * items + BYTES_PER_CELL * matrix.cells();
        assertThat((double) taken).isCloseTo(formula, within(0.15 * formula));
        assertThat((double) taken).isCloseTo(matrix.bytes() + dictionary.bytes(), within(0.15 * taken));
        Reference.reachabilityFence(matrix);
    }

    private static long live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
