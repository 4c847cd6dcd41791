package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.matrix.InteractionMatrix;
import java.util.Map;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate against the heap, of few cells and of many a user. */
@Isolated("measures the heap")
final class MatrixMetersTest {

    @ParameterizedTest
    @CsvSource({"20000, 5", "4000, 50", "1000, 200"})
    void estimatesTheHeapOfTheMatrixToTheFactorOfTwo(int users, int cellsPerUser) {
        Size size = new Size(users, 1000, cellsPerUser, 200);
        SyntheticMatrix synthetic = new SyntheticMatrix(size.settings(Map.of()).matrix(), size.users(), size.items());
        long before = LiveHeap.bytes();
        for (long drawn = 0; drawn < size.drawnCells(); drawn++) {
            synthetic.applyNew();
        }
        long taken = LiveHeap.bytes() - before;
        InteractionMatrix matrix = synthetic.matrix();

        assertThat(matrix.cells()).isPositive();
        assertThat(matrix.bytes()).isBetween(taken / 2, taken * 2);
    }
}
