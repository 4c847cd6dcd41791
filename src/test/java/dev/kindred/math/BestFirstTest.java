package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

final class BestFirstTest {

    private final BestFirst queue = new BestFirst(Integer::compare);

    @RandomTest
    void takesIdsInTheirOrder(RandomGenerator random) {
        for (int round = 0; round < 3; round++) { // some are left by the round before
            int[] scores = random.ints(random.nextInt(600), 0, 50).toArray(); // many ties
            queue.clear();
            IntStream.range(0, scores.length).forEach(id -> queue.add(id, scores[id]));

            List<Integer> taken = new ArrayList<>();
            int wanted = random.nextInt(scores.length + 1);
            while (taken.size() < wanted) {
                taken.add(queue.take());
            }

            assertThat(queue.isEmpty()).isEqualTo(wanted == scores.length);
            assertThat(taken)
                    .isEqualTo(IntStream.range(0, scores.length)
                            .boxed()
                            .sorted(Comparator.<Integer>comparingInt(id -> -scores[id])
                                    .thenComparingInt(id -> id))
                            .limit(wanted)
                            .toList());
        }
    }
}
