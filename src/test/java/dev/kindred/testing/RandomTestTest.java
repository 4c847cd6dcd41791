package dev.kindred.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;

final class RandomTestTest {
    private static final Set<Long> FIRST_NUMBERS = new HashSet<>();

    @AfterAll
    static void sawEachSeedOnce() {
        if (Long.getLong(Seeds.SEED_PROPERTY) == null) {
            assertThat(FIRST_NUMBERS)
                    .containsExactlyInAnyOrder(
                            new SplittableRandom(7).nextLong(),
                            new SplittableRandom(8).nextLong(),
                            new SplittableRandom(9).nextLong());
        }
    }

    @RandomTest(seeds = 3, firstSeed = 7)
    void startsFromItsSeed(RandomGenerator random) {
        FIRST_NUMBERS.add(random.nextLong());
    }
}
