package dev.kindred.lab.evaluation.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.evaluation.contenders.WeightHistory.Point;
import dev.kindred.model.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightHistoryTest {

    private static Point point(long events, double userBased) {
        return new Point(
                events, Map.of("all", Map.of(Strategy.USER_BASED, userBased, Strategy.POPULAR, 1 - userBased)));
    }

    private final WeightHistory history = new WeightHistory(List.of(
            point(500, 0.7),
            point(1000, 0.501),
            point(1500, 0.52),
            point(2000, 0.509),
            point(2500, 0.501),
            point(2600, 0.5)));

    @Test
    void isSettledWhereAllLaterWeightsAreNearTheLast() {
        assertThat(history.settledAfter(0.01)).isEqualTo(2000);
        assertThat(history.settledAfter(0.05)).isEqualTo(1000);
        assertThat(WeightHistory.NONE.settledAfter(0.01)).isZero();
    }

    @Test
    void keepsTheLastOfSomePoints() {
        assertThat(history.some(3)).extracting(Point::events).containsExactly(1000L, 2000L, 2600L);
        assertThat(history.some(20)).hasSize(6);
        assertThat(WeightHistory.NONE.some(3)).isEmpty();
    }
}
