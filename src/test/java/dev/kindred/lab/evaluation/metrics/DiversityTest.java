package dev.kindred.lab.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DiversityTest {

    private final Diversity diversity = new Diversity(Map.of(
            "shirt", Set.of("clothes", "cotton"),
            "socks", Set.of("clothes", "wool"),
            "scarf", Set.of("clothes", "wool"),
            "spade", Set.of("garden")));

    @Test
    void isTheMeanDistanceOfAllPairs() {
        diversity.add(List.of("shirt", "socks", "spade"));

        // shirt and socks share 1 of 3 categories, the other pairs none: (2/3 + 1 + 1) / 3
        assertThat(diversity.mean().orElseThrow()).isCloseTo(8.0 / 9, within(1e-12));
    }

    @Test
    void isZeroForItemsOfTheSameCategories() {
        diversity.add(List.of("socks", "scarf"));

        assertThat(diversity.mean()).hasValue(0);
    }

    @Test
    void isTheMeanOverLists() {
        diversity.add(List.of("socks", "scarf"));
        diversity.add(List.of("socks", "spade"));

        assertThat(diversity.mean()).hasValue(0.5);
    }

    @Test
    void ignoresItemsWithoutCategoriesAndListsWithoutPairs() {
        diversity.add(List.of("socks", "unknown", "spade"));
        diversity.add(List.of("socks", "unknown"));

        assertThat(diversity.mean()).hasValue(1);
    }

    @Test
    void isUndefinedWithoutCategories() {
        diversity.add(List.of("unknown", "unheard"));

        assertThat(diversity.mean()).isEmpty();
    }
}
