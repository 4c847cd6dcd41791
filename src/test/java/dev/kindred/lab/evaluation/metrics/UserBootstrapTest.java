package dev.kindred.lab.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.lab.evaluation.metrics.UserBootstrap.Interval;
import dev.kindred.testing.RandomTest;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class UserBootstrapTest {

    private static final Hits HIT = new Hits(List.of(1), 1, 10);
    private static final Hits MISS = new Hits(List.of(), 1, 10);

    private final UserBootstrap bootstrap = new UserBootstrap(RankingMetric.HIT_RATE);

    @Test
    void isAPointWhenAllUsersAreEqual() {
        for (int user = 0; user < 20; user++) {
            bootstrap.add("user-" + user, HIT);
            bootstrap.add("user-" + user, MISS);
        }

        assertThat(bootstrap.interval(1)).isEqualTo(new Interval(0.5, 0.5));
    }

    @Test
    void weighsListsEquallyAndNotUsers() {
        bootstrap.add("one", HIT);
        bootstrap.add("one", HIT);
        bootstrap.add("one", HIT);
        bootstrap.add("other", MISS);

        // a draw is both alike, 0 or 1, or one of each, 3/4
        assertThat(bootstrap.interval(1)).isEqualTo(new Interval(0, 1));
        assertThat(bootstrap.users()).isEqualTo(2);
    }

    @Test
    void isZeroWithoutUsers() {
        assertThat(bootstrap.interval(1)).isEqualTo(new Interval(0, 0));
    }

    @RandomTest
    void repeatsWithItsSeed(RandomGenerator random) {
        addUsers(random, 50, 0.3);

        assertThat(bootstrap.interval(7)).isEqualTo(bootstrap.interval(7));
    }

    /** For one list per user the interval approximates that of a proportion, p ± 1.96·√(p(1-p)/n). */
    @RandomTest
    void approximatesTheNormalIntervalOfAProportion(RandomGenerator random) {
        int users = 2000;
        double mean = (double) addUsers(random, users, 0.3) / users;

        Interval interval = bootstrap.interval(1);

        double half = 1.96 * Math.sqrt(mean * (1 - mean) / users);
        assertThat(interval.low()).isCloseTo(mean - half, within(0.15 * half));
        assertThat(interval.high()).isCloseTo(mean + half, within(0.15 * half));
    }

    private int addUsers(RandomGenerator random, int users, double hitRate) {
        int hits = 0;
        for (int user = 0; user < users; user++) {
            boolean hit = random.nextDouble() < hitRate;
            bootstrap.add("user-" + user, hit ? HIT : MISS);
            hits += hit ? 1 : 0;
        }
        return hits;
    }
}
