package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HeapWatchTest {

    @BeforeEach
    void collect() {
        System.gc(); // the watch knows the heap after a collection only
    }

    @Test
    void endsWhenTheHeapIsFullOfData() {
        HeapWatch watch = new HeapWatch("matrix", 1 << 20); // these tests need more than that

        assertThatThrownBy(() -> watch.check(0.5))
                .isInstanceOf(HeapTooSmallException.class)
                .hasMessageContaining("the matrix does not fit into the heap of 1 MB")
                .hasMessageContaining("50 %")
                .hasMessageContaining("raise -Xmx");
    }

    @Test
    void explainsMemoryThatRunsOutBetweenTwoChecks() {
        HeapWatch watch = new HeapWatch("matrix", Long.MAX_VALUE);
        watch.check(0.25);

        assertThatThrownBy(() -> watch.during(() -> {
                    throw new OutOfMemoryError("a large table");
                }))
                .isInstanceOf(HeapTooSmallException.class)
                .hasMessageContaining("the matrix does not fit into the heap")
                .hasMessageContaining("25 %")
                .hasMessageContaining("raise -Xmx")
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void letsAHeapWithRoomGrow() {
        HeapWatch watch = new HeapWatch("matrix", Long.MAX_VALUE);

        assertThatCode(() -> watch.check(0.5)).doesNotThrowAnyException();
    }
}
