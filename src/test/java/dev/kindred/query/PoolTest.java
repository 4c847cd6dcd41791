package dev.kindred.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PoolTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Pool<Integer> pool = new Pool<>(2, Duration.ofMillis(1), made::incrementAndGet);

    @Test
    void lendsEachThingToOneAtATime() {
        List<Integer> lent = new ArrayList<>();

        pool.with(first -> {
            lent.add(first);
            return pool.with(lent::add);
        });

        assertThat(lent).containsExactlyInAnyOrder(1, 2);
        assertThat(made).hasValue(2);
    }

    @Test
    void failsIfNoneBecomesFreeInTime() {
        assertThatThrownBy(() -> pool.with(first -> pool.with(second -> pool.with(third -> third))))
                .isInstanceOf(QueryException.Busy.class);
    }

    @Test
    void takesBackObjectsEvenAfterAFailure() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> pool.with(thing -> {
                        throw new IllegalStateException("a defect");
                    }))
                    .hasMessage("a defect");
        }

        int next = pool.with(thing -> thing);
        assertThat(next).isEqualTo(2); // the one lent last
    }
}
