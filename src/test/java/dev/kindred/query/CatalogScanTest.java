package dev.kindred.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.catalog.Catalog;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CatalogScanTest {

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Catalog catalog = new Catalog(dictionary);
    private final CatalogScan scan = new CatalogScan(catalog, dictionary, number -> number % 2 == 0);

    private void put(String id, String title, String category, boolean hidden) {
        catalog.put(new Item(
                id,
                title,
                "",
                category.isEmpty() ? List.of() : List.of(category),
                Set.of("sale"),
                "Acme",
                Optional.empty(),
                "",
                Map.of(),
                true,
                hidden,
                OptionalLong.empty(),
                0,
                false));
    }

    @RandomTest
    void findsWhatASlowSearchFinds(RandomGenerator random) {
        List<String> words = List.of("Red", "tea", "POT", "green", "cup");
        Map<String, String> titles = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            String title = words.get(random.nextInt(5)) + " " + words.get(random.nextInt(5));
            titles.put("item-" + i, title);
            put("item-" + i, title, "", false);
        }
        String first = words.get(random.nextInt(5)).toUpperCase(Locale.ROOT);
        String second = words.get(random.nextInt(5)).toLowerCase(Locale.ROOT);

        FoundItems found = scan.find("  " + first + " " + second + " ", Optional.empty(), 5, number -> number % 7);

        List<String> expected = titles.entrySet().stream()
                .filter(item -> Stream.of(first, second)
                        .allMatch(word ->
                                item.getValue().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String id) -> -(dictionary.find(id) % 7))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        assertThat(found.total()).isEqualTo(expected.size());
        assertThat(found.items()).extracting(Item::itemId).isEqualTo(expected.subList(0, Math.min(5, expected.size())));
    }

    @Test
    void searchesIdsCategoriesBrandsAndTags() {
        put("a/b % #<script>", "", "Home > Kitchen", true);

        for (String words : List.of("<script>", "kitchen", "acme", "SALE", "a/b %", "")) {
            assertThat(scan.find(words, Optional.empty(), 5, number -> 1).total())
                    .as(words)
                    .isEqualTo(1);
        }
        assertThat(scan.find("kitchen pan", Optional.empty(), 5, number -> 1).items())
                .isEmpty();
    }

    @Test
    void countsWhatItemsLack() {
        put("one", "One", "Home", false); // number 0: touched
        put("two", "", "", true); // number 1

        CatalogSummary summary = scan.summary();

        assertThat(summary).isEqualTo(new CatalogSummary(2, 2, 2, 1, 1, 1, 0, 1));
        assertThat(scan.find("", Optional.of(Gap.TITLE), 5, number -> 1).items())
                .extracting(Item::itemId)
                .containsExactly("two");
        assertThat(scan.find("", Optional.of(Gap.USERS), 5, number -> 1).total())
                .isEqualTo(1);
        assertThat(scan.find("", Optional.of(Gap.STOCK), 5, number -> 1).total())
                .isZero();
    }
}
