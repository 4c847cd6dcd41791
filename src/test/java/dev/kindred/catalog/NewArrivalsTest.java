package dev.kindred.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.Goods;
import dev.kindred.testing.RandomTest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Law: however items come, change and go, the newest are the first of all of them in order. */
final class NewArrivalsTest {

    private static final Comparator<Item> NEWEST_FIRST = Comparator.comparingLong(
                    (Item item) -> -item.publishedMs().orElseThrow())
            .thenComparing(Item::itemId);

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Catalog catalog = new Catalog(dictionary);

    private List<String> newest(int most, long fromMs, long nowMs, Predicate<String> admits) {
        return catalog.arrivals().newest(most, fromMs, nowMs, number -> admits.test(dictionary.idOf(number))).stream()
                .map(arrival -> dictionary.idOf(arrival.item()))
                .toList();
    }

    @RandomTest
    void areTheFirstOfAllItemsInOrder(RandomGenerator random) {
        Map<String, Item> all = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            String id = "item-" + random.nextInt(200);
            if (random.nextInt(4) == 0) {
                catalog.remove(id);
                all.remove(id);
            } else {
                OptionalLong publishedMs =
                        random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(100));
                Item item = Goods.item(id, List.of("shelf " + random.nextInt(3)), false, publishedMs);
                catalog.put(item);
                all.put(id, item);
            }
        }

        long fromMs = random.nextLong(50);
        long nowMs = random.nextLong(50, 100);
        List<String> expected = all.values().stream()
                .filter(item -> item.publishedMs().isPresent())
                .filter(item -> item.publishedMs().getAsLong() >= fromMs
                        && item.publishedMs().getAsLong() <= nowMs)
                .filter(item -> !item.itemId().endsWith("7"))
                .sorted(NEWEST_FIRST)
                .map(Item::itemId)
                .limit(30)
                .toList();
        assertThat(newest(30, fromMs, nowMs, id -> !id.endsWith("7"))).isEqualTo(expected);
    }

    @Test
    void doNotMoveWhenSomethingElseIsSaidOfAnItem() {
        catalog.put(Goods.item("old", List.of(), false, OptionalLong.of(1)));
        catalog.put(Goods.item("new", List.of(), false, OptionalLong.of(2)));

        catalog.put(Goods.item("old", List.of("sale"), false, OptionalLong.of(1)));

        assertThat(newest(9, Long.MIN_VALUE, Long.MAX_VALUE, id -> true)).containsExactly("new", "old");
    }
}
