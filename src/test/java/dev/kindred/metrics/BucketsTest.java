package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BucketsTest {

    @Test
    void areOneTwoAndFiveOfEveryPowerOfTen() {
        Buckets buckets = new Buckets(Duration.ofMillis(5), Duration.ofMillis(200));

        assertThat(buckets.bounds()).extracting(Duration::toMillis).containsExactly(5L, 10L, 20L, 50L, 100L, 200L);
    }

    @Test
    void endBelowTheGreatestBound() {
        Buckets buckets = new Buckets(Duration.ofMillis(100), Duration.ofMillis(499));

        assertThat(buckets.bounds()).extracting(Duration::toMillis).containsExactly(100L, 200L);
    }
}
