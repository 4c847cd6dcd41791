package dev.kindred.lab.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ExposureTest {

    private static final double EXACT = 1e-12;

    private final Exposure exposure = new Exposure();

    @Test
    void coverageIsTheShownFractionOfTheCatalog() {
        exposure.add(List.of("a", "b"));
        exposure.add(List.of("b", "c"));

        assertThat(exposure.coverage(4)).isEqualTo(0.75);
    }

    @Test
    void giniIsZeroWhenAllAreShownEquallyOften() {
        exposure.add(List.of("a", "b", "c", "d"));

        assertThat(exposure.gini(4)).isZero();
    }

    @Test
    void giniApproachesOneWhenOneItemHasAll() {
        exposure.add(List.of("a"));

        assertThat(exposure.gini(100)).isCloseTo(0.99, within(EXACT));
    }

    @Test
    void giniOfAHandMadeCase() {
        exposure.add(List.of("a", "b"));
        exposure.add(List.of("b"));
        exposure.add(List.of("b"));

        // counts 0, 1, 3: (-2*0 + 0*1 + 2*3) / (3*4)
        assertThat(exposure.gini(3)).isCloseTo(0.5, within(EXACT));
    }

    @RandomTest
    void giniIsHalfTheRelativeMeanDifference(RandomGenerator random) {
        int items = random.nextInt(2, 30);
        List<Integer> counts = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            int count = random.nextInt(item == 0 ? 1 : 0, 20);
            counts.add(count);
            for (int i = 0; i < count; i++) {
                exposure.add(List.of("item-" + item));
            }
        }

        double differences = 0;
        double total = 0;
        for (int one : counts) {
            total += one;
            for (int other : counts) {
                differences += Math.abs(one - other);
            }
        }
        assertThat(exposure.gini(items)).isCloseTo(differences / (2 * items * total), within(1e-9));
    }

    @Test
    void noveltyIsTheMeanSelfInformation() {
        List<String> training = List.of("a", "a", "a", "a", "b", "b", "c", "d");
        exposure.add(List.of("a", "b"));
        exposure.add(List.of("a", "c"));

        // a: 1 bit, twice; b: 2 bits; c: 3 bits
        assertThat(exposure.novelty(new ItemPopularity(training))).isCloseTo(7.0 / 4, within(EXACT));
    }

    @Test
    void anItemWithoutEventsCountsAsOneWithASingleEvent() {
        ItemPopularity popularity = new ItemPopularity(List.of("a", "a", "a", "b"));

        assertThat(popularity.selfInformation("new")).isEqualTo(popularity.selfInformation("b"));
        assertThat(popularity.selfInformation("b")).isCloseTo(2, within(EXACT));
    }

    @Test
    void theHeadIsTheSmallestSetWithHalfOfTheEvents() {
        // 10 events: a 4, b 1, c 1, d 1 ... the first by id completes the half
        ItemPopularity popularity = new ItemPopularity(List.of("a", "a", "a", "a", "g", "f", "e", "d", "c", "b"));

        assertThat(popularity.head()).isEqualTo(Set.of("a", "b"));
    }

    @Test
    void isZeroWhenNothingIsShown() {
        ItemPopularity nothing = new ItemPopularity(List.of());

        assertThat(exposure.coverage(0)).isZero();
        assertThat(exposure.gini(5)).isZero();
        assertThat(exposure.novelty(nothing)).isZero();
        assertThat(nothing.head()).isEmpty();
    }
}
