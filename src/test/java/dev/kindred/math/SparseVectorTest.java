package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SparseVectorTest {

    private record Cell(int id, float weight) {}

    private static List<Cell> cells(SparseVector vector) {
        return IntStream.range(0, vector.size())
                .mapToObj(i -> new Cell(vector.id(i), vector.weight(i)))
                .toList();
    }

    @Test
    void findsItsIds() {
        SparseVector vector = SparseVector.sortedById(new int[] {7, 0, 3}, new float[] {0.5f, -2, 1e-3f});

        assertThat(cells(vector)).containsExactly(new Cell(0, -2), new Cell(3, 1e-3f), new Cell(7, 0.5f));
        assertThat(vector.find(3)).isEqualTo(1);
        assertThat(vector.find(4)).isNegative();
        assertThat(SparseVector.EMPTY.find(0)).isNegative();
    }

    @Test
    void hasANorm() {
        assertThat(SparseVector.sortedById(new int[] {1, 2}, new float[] {3, -4})
                        .inverseNorm())
                .isCloseTo(0.2f, within(1e-7f));
        assertThat(SparseVector.EMPTY.inverseNorm()).isZero();
    }

    @Test
    void everyIdNeedsAWeight() {
        assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.sortedById(new int[2], new float[1]));
    }

    @RandomTest
    void changesLikeAList(RandomGenerator random) {
        List<Cell> list = new ArrayList<>();
        SparseVector vector = SparseVector.EMPTY;
        for (int id = 0; id < 200; id++) {
            SparseVector before = vector;
            List<Cell> cellsBefore = List.copyOf(list);
            if (random.nextInt(3) > 0) {
                int at = list.size() == 8 ? random.nextInt(1, 9) : random.nextInt(list.size() + 1);
                list.add(at, new Cell(id, random.nextFloat()));
                vector = vector.with(at, id, list.get(at).weight(), 8);
                if (list.size() > 8) {
                    list.remove(0);
                }
            } else if (!list.isEmpty()) {
                int at = random.nextInt(list.size());
                list.remove(at);
                vector = vector.without(at);
            }

            assertThat(cells(vector)).isEqualTo(list);
            assertThat(cells(before)).isEqualTo(cellsBefore);
        }
    }
}
