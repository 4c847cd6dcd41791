package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures the heap")
final class LiveHeapTest {

    private static final int SIZE = 64 << 20;

    @Test
    void countsReachableObjectsOnly() {
        long before = LiveHeap.bytes();
        List<byte[]> held = new ArrayList<>(List.of(new byte[SIZE]));
        long holding = LiveHeap.bytes();
        held.clear();

        assertThat(holding - before).isBetween((long) (SIZE * 0.8), (long) (SIZE * 1.2));
        assertThat(LiveHeap.bytes() - before).isLessThan(SIZE / 2);
        assertThat(held).isEmpty();
    }
}
