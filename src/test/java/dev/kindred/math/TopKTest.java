package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {

    @RandomTest
    void equalsSortThenLimit(RandomGenerator random) {
        int[] scores = random.ints(1000, 0, 50).toArray(); // many ties
        TopK top = new TopK(20, Integer::compare);

        IntStream.range(0, scores.length).forEach(id -> top.offer(id, scores[id]));

        assertThat(drained(top, 20)).isEqualTo(sortThenLimit(scores, 20));
    }

    @Test
    void breaksTiesByTheOrderGiven() {
        TopK top = new TopK(2, Comparator.<Integer>reverseOrder()::compare);

        top.offer(1, 0.5);
        top.offer(2, 0.5);
        top.offer(3, 0.5);

        assertThat(drained(top, 2)).containsExactly(3, 2);
    }

    @Test
    void treatsSumsThatDifferByRoundingAsTies() {
        TopK top = new TopK(2, Integer::compare);

        top.offer(2, 0.1 + 0.2);
        top.offer(1, 0.3);

        assertThat(drained(top, 2)).containsExactly(1, 2);
    }

    @RandomTest
    void takesTheSameInNoOrder(RandomGenerator random) {
        int[] scores = random.ints(1000, 0, 50).toArray();
        TopK top = new TopK(20, Integer::compare);

        IntStream.range(0, scores.length).forEach(id -> top.offer(id, scores[id]));

        assertThat(IntStream.of(top.take()).boxed().toList())
                .containsExactlyInAnyOrderElementsOf(sortThenLimit(scores, 20));
        assertThat(drained(top, 20)).isEmpty();
    }

    @Test
    void isEmptyAfterBeingDrained() {
        TopK top = new TopK(3, Integer::compare);
        top.offer(1, 1);
        drained(top, 3);

        assertThat(drained(top, 3)).isEmpty();
    }

    @Test
    void rejectsACapacityOfZero() {
        assertThatThrownBy(() -> new TopK(0, Integer::compare)).hasMessage("k must be positive, got 0");
    }

    private static List<Integer> drained(TopK top, int k) {
        int[] ids = new int[k];
        int count = top.drain(ids);
        return Arrays.stream(ids, 0, count).boxed().toList();
    }

    private static List<Integer> sortThenLimit(int[] scores, int k) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(id -> -scores[id]).thenComparingInt(id -> id))
                .limit(k)
                .toList();
    }
}
