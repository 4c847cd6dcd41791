package dev.kindred.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Price;
import dev.kindred.testing.Goods;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class CatalogTest {

    private static final int ITEMS = 3000; // more than the array has places for at first

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Catalog catalog = new Catalog(dictionary);

    /** A record of the topic: an item, or its removal. */
    private record Change(String itemId, Optional<Item> item) {}

    private static List<Change> changes(RandomGenerator random) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 2 * ITEMS; i++) {
            String id = "item-" + random.nextInt(ITEMS);
            changes.add(new Change(id, random.nextInt(4) == 0 ? Optional.empty() : Optional.of(item(id, random))));
        }
        return changes;
    }

    private static Item item(String id, RandomGenerator random) {
        int version = random.nextInt(3);
        return new Item(
                id,
                "title " + version,
                "",
                List.of("category " + random.nextInt(3)),
                Set.of("tag " + random.nextInt(3)),
                "brand " + random.nextInt(3),
                random.nextBoolean() ? Optional.of(new Price(version, "EUR")) : Optional.empty(),
                "",
                Map.of("color", "color " + random.nextInt(3)),
                random.nextBoolean(),
                false,
                OptionalLong.empty(),
                version,
                false);
    }

    private static void apply(List<Change> changes, Catalog to) {
        changes.forEach(change -> change.item().ifPresentOrElse(to::put, () -> to.remove(change.itemId())));
    }

    private static Map<String, Item> last(List<Change> changes) {
        Map<String, Item> last = new HashMap<>();
        changes.forEach(change -> change.item()
                .ifPresentOrElse(item -> last.put(item.itemId(), item), () -> last.remove(change.itemId())));
        return last;
    }

    private static Map<String, Item> content(Catalog catalog) {
        Map<String, Item> content = new HashMap<>();
        catalog.forEach((item, number) -> content.put(item.itemId(), item));
        return content;
    }

    @RandomTest
    void isTheLastWordOnEveryItem(RandomGenerator random) {
        List<Change> changes = changes(random);
        dictionary.numberOf("an item that only events know");

        apply(changes, catalog);

        Map<String, Item> expected = last(changes);
        assertThat(content(catalog)).isEqualTo(expected);
        assertThat(catalog.size()).isEqualTo(expected.size());
        changes.forEach(change -> {
            assertThat(catalog.find(change.itemId())).isEqualTo(Optional.ofNullable(expected.get(change.itemId())));
            assertThat(catalog.find(dictionary.find(change.itemId()))).isEqualTo(catalog.find(change.itemId()));
        });
    }

    @RandomTest
    void dependsOnTheOrderWithinAnItemOnly(RandomGenerator random) {
        List<Change> changes = changes(random);
        Map<String, List<Change>> byItem = new HashMap<>();
        changes.forEach(change ->
                byItem.computeIfAbsent(change.itemId(), id -> new ArrayList<>()).add(change));
        Catalog other = new Catalog(new ItemDictionary());

        apply(changes, catalog);
        byItem.values().forEach(ofOne -> apply(ofOne, other));

        assertThat(content(other)).isEqualTo(content(catalog));
    }

    @RandomTest
    void isTheSameWhenRecordsAreAppliedAgain(RandomGenerator random) {
        List<Change> changes = changes(random);
        apply(changes, catalog);
        Map<String, Item> once = content(catalog);

        apply(changes.subList(random.nextInt(changes.size()), changes.size()), catalog);

        assertThat(content(catalog)).isEqualTo(once);
        assertThat(catalog.size()).isEqualTo(once.size());
    }

    /** A listener that removes the former item and adds the new one has exactly the items of the catalog. */
    @RandomTest
    void letsAListenerFollowWithoutATrace(RandomGenerator random) {
        List<Change> changes = changes(random);
        Map<Integer, Item> followed = new HashMap<>();
        Map<String, Integer> brands = new HashMap<>();
        apply(changes.subList(0, ITEMS / 2), catalog); // it may come late

        catalog.follow((number, before, now) -> {
            assertThat(Optional.ofNullable(followed.remove(number))).isEqualTo(before);
            assertThat(now).isNotEqualTo(before).isEqualTo(catalog.find(number));
            before.ifPresent(item -> brands.merge(item.brand(), -1, Integer::sum));
            now.ifPresent(item -> {
                followed.put(number, item);
                brands.merge(item.brand(), 1, Integer::sum);
            });
        });
        apply(changes.subList(ITEMS / 2, changes.size()), catalog);

        Map<String, Integer> expected = new HashMap<>();
        catalog.forEach((item, number) -> expected.merge(item.brand(), 1, Integer::sum));
        assertThat(followed.values())
                .containsExactlyInAnyOrderElementsOf(content(catalog).values());
        assertThat(brands).isEqualTo(expected);
    }

    @Test
    void knowsNothingOfItemsThatItWasNotTold() {
        int number = dictionary.numberOf("tea");

        catalog.remove("cup");

        assertThat(catalog.find(number)).isEmpty();
        assertThat(catalog.find("cup")).isEmpty();
        assertThat(catalog.find(ItemDictionary.NONE)).isEmpty();
        assertThat(catalog.size()).isZero();
    }

    /** Law: the last record of an item decides whether it is shown, in whatever order events name it. */
    @RandomTest
    void showsItemsThatAreNeitherHiddenNorWithdrawn(RandomGenerator random) {
        Catalog onlyKnown = new Catalog(dictionary, true);
        Map<String, Boolean> shown = new HashMap<>();
        for (int i = 0; i < 2 * ITEMS; i++) {
            String id = "item-" + random.nextInt(ITEMS);
            boolean isHidden = random.nextBoolean();
            Item item = random.nextInt(3) == 0
                    ? Item.withdrawn(id)
                    : Goods.item(id, List.of(), isHidden, OptionalLong.empty());
            boolean isRemoved = random.nextInt(4) == 0;
            for (Catalog each : List.of(catalog, onlyKnown)) {
                if (isRemoved) {
                    each.remove(id);
                } else {
                    each.put(item);
                }
            }
            shown.put(id, !isRemoved && !item.withdrawn() && !item.hidden());
            assertThat(catalog.find(id).isPresent()).isEqualTo(!isRemoved && !item.withdrawn());
        }

        for (int i = 0; i < 2 * ITEMS; i++) {
            String id = "item-" + i;
            int number = dictionary.numberOf(id);
            assertThat(catalog.isShown(number)).as(id).isEqualTo(shown.getOrDefault(id, true));
            assertThat(onlyKnown.isShown(number)).as(id).isEqualTo(shown.getOrDefault(id, false));
        }
    }

    @Test
    void countsChangesOfVisibility() {
        catalog.put(Item.of("tea", "", List.of()));
        long before = catalog.visibilityChanges();
        catalog.put(Item.of("tea", "Green tea", List.of()));

        assertThat(catalog.visibilityChanges()).isEqualTo(before);
        catalog.put(Item.withdrawn("tea"));
        catalog.remove("tea");
        assertThat(catalog.visibilityChanges()).isEqualTo(before + 1);
    }

    @Test
    void sharesEqualPartsOfItems() {
        for (String id : List.of("tea", "cup")) {
            catalog.put(new Item(
                    id,
                    "",
                    "",
                    List.of(new String("Home")),
                    Set.of(new String("hot")),
                    new String("Leaf"),
                    Optional.of(new Price(1, new String("EUR"))),
                    "",
                    Map.of(),
                    true,
                    false,
                    OptionalLong.empty(),
                    0,
                    false));
        }

        Item tea = catalog.find("tea").orElseThrow();
        Item cup = catalog.find("cup").orElseThrow();
        assertThat(tea.categories()).isSameAs(cup.categories());
        assertThat(tea.tags()).isSameAs(cup.tags());
        assertThat(tea.brand()).isSameAs(cup.brand());
        assertThat(tea.price().orElseThrow()).isSameAs(cup.price().orElseThrow());
    }

    @Test
    void isReadWhileItIsWritten() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        List<String> wrong = new ArrayList<>();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                catalog.forEach((item, number) -> {
                    if (!dictionary.idOf(number).equals(item.itemId())) {
                        wrong.add(item.itemId());
                    }
                });
            }
        });
        reader.start();

        for (int i = 0; i < 20_000; i++) {
            catalog.put(Item.of("item-" + i, "", List.of()));
        }
        done.set(true);
        reader.join();

        assertThat(wrong).isEmpty();
        assertThat(catalog.size()).isEqualTo(20_000);
    }
}
