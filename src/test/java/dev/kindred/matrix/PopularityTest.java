package dev.kindred.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PopularityTest {

    private static final int LISTED = 500;

    private final ItemDictionary items = new ItemDictionary();
    private final Popularity popularity = new Popularity(Decay.NONE, items);

    private void addItems(int count) {
        popularity.advanceTo(0);
        IntStream.range(0, count).forEach(i -> items.numberOf("item-" + i));
    }

    private List<String> listed() {
        return IntStream.of(popularity.top()).mapToObj(items::idOf).toList();
    }

    /** The slow twin: all items with users, sorted. */
    private List<String> sorted() {
        Comparator<Integer> mostPopularFirst = Comparator.comparing(item -> -popularity.valueAt(item, 0));
        return IntStream.range(0, items.size())
                .boxed()
                .filter(item -> popularity.valueAt(item, 0) > 0)
                .sorted(mostPopularFirst.thenComparing(items::idOf))
                .limit(LISTED)
                .map(items::idOf)
                .toList();
    }

    @RandomTest
    void equalsSortThenLimitAfterAnyChanges(RandomGenerator random) {
        addItems(900);

        for (int i = 0; i < 20_000; i++) {
            int users = random.nextInt(4); // 0 removes the item
            popularity.add(random.nextInt(900), random.nextInt(-2, 3), users);
        }

        assertThat(listed()).isEqualTo(sorted());
    }

    @RandomTest
    void listsAllItemsWithUsersOfASmallShop(RandomGenerator random) {
        addItems(50);

        for (int i = 0; i < 1000; i++) {
            popularity.add(random.nextInt(50), random.nextInt(-2, 3), random.nextInt(4));
        }

        assertThat(listed()).isEqualTo(sorted());
    }

    @ParameterizedTest
    @ValueSource(ints = {LISTED - 1, LISTED, LISTED + 1})
    void survivesTheRemovalOfTheMostPopularItem(int count) {
        addItems(count);
        IntStream.range(0, count).forEach(item -> popularity.add(item, count - item, 1));

        popularity.add(0, -count, 0);

        assertThat(listed()).doesNotContain("item-0").isEqualTo(sorted());
    }
}
