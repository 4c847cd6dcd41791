package dev.kindred.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CategoryItemsTest {

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void holdsBackATenthUntilItIsLaunched() {
        CategoryItems shelf = new CategoryItems(random, "shoes", 50);

        Set<Integer> before = drawn(shelf);
        for (int i = 0; i < 5; i++) {
            shelf.launch(random);
        }
        Set<Integer> after = drawn(shelf);

        assertThat(before).hasSize(45);
        assertThat(after).hasSize(50);
    }

    @Test
    void makesALaunchedItemTheMostPopular() {
        CategoryItems shelf = new CategoryItems(random, "shoes", 50);
        Set<Integer> before = drawn(shelf);

        shelf.launch(random);

        int[] counts = new int[50];
        for (int i = 0; i < 10_000; i++) {
            counts[shelf.popular(random)]++;
        }
        assertThat(counts[mostFrequent(counts)]).isGreaterThan(1_000);
        assertThat(before).doesNotContain(mostFrequent(counts));
    }

    @Test
    void numbersItemsFromOne() {
        CategoryItems shelf = new CategoryItems(random, "shoes", 50);

        assertThat(shelf.id(0)).isEqualTo("shoes-001");
        assertThat(shelf.id(49)).isEqualTo("shoes-050");
    }

    private Set<Integer> drawn(CategoryItems shelf) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            places.add(shelf.popular(random));
            places.add(shelf.near(random, i % shelf.size()));
        }
        return places;
    }

    private static int mostFrequent(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }
}
