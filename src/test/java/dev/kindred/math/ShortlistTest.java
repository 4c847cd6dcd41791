package dev.kindred.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShortlistTest {

    private final Shortlist shortlist = new Shortlist();

    private List<Integer> best(int k, IntPredicate accepts) {
        int count = shortlist.select(k, Integer::compare, accepts);
        return Arrays.stream(shortlist.ids(), 0, count).boxed().toList();
    }

    @RandomTest
    void selectsTheBestOfThoseThatAreAccepted(RandomGenerator random) {
        int[] scores = random.ints(1 + random.nextInt(1000), 0, 50).toArray(); // many ties
        int part = 1 + random.nextInt(30); // from all to a few, so that the best may not be enough
        IntPredicate accepts = id -> id * 7919 % part == 0;

        IntStream.range(0, scores.length).forEach(id -> shortlist.addPositive(id, scores[id]));

        assertThat(best(20, accepts))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, scores.length)
                        .filter(id -> scores[id] > 0 && accepts.test(id))
                        .boxed()
                        .sorted(Comparator.<Integer>comparingInt(id -> -scores[id])
                                .thenComparingInt(id -> id))
                        .limit(20)
                        .toList());
    }

    @Test
    void asksForFewOfThoseThatAreNotAmongTheBest() {
        IntStream.range(0, 1000).forEach(id -> shortlist.addPositive(id, id + 1));
        int[] asked = {0};

        best(10, id -> ++asked[0] > 0);

        assertThat(asked[0]).isLessThanOrEqualTo(20);
    }
}
