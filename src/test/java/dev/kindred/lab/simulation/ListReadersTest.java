package dev.kindred.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.lab.simulation.Shopper.Favorite;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shoppers in front of lists look at the top, click what they like, and tire. */
final class ListReadersTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final SimulationSettings SETTINGS = new SimulationSettings(500, 300, 42, START);
    private static final Optional<String> LIST = Optional.of("l-1");

    private final ShopSimulation shop = new ShopSimulation(SETTINGS);
    private final List<String> items = shop.items().map(Item::itemId).toList();
    private final ListReaders readers = shop.readers();

    private List<String> list(long seed) {
        List<String> list = new ArrayList<>(items);
        Collections.shuffle(list, new Random(seed));
        return list.subList(0, 20);
    }

    private static List<Interaction> ofType(InteractionType type, List<Interaction> events) {
        return events.stream().filter(event -> event.type() == type).toList();
    }

    @Test
    void lookLessOftenAtLowerPlaces() {
        assertThat(ClickModel.look(1)).isEqualTo(1);
        assertThat(ClickModel.look(2)).isCloseTo(0.6156, within(1e-4)); // 2^-0.7
        assertThat(ClickModel.look(6)).isCloseTo(0.2853, within(1e-4));
    }

    @Test
    void areDrawnToTheirStyleAndTire() {
        List<Favorite> favorites = List.of(new Favorite(3, 0.98), new Favorite(5, 0.5));

        assertThat(ClickModel.draw(favorites, 3, 0.98, 0)).isCloseTo(0.57, within(1e-12));
        assertThat(ClickModel.draw(favorites, 3, 0.03, 0)) // 0.05 apart, across the end
                .isCloseTo(0.12 + 0.45 * Math.exp(-1), within(1e-12));
        assertThat(ClickModel.draw(favorites, 5, 0.5, 0)).isCloseTo(0.6 * 0.57, within(1e-12));
        assertThat(ClickModel.draw(favorites, 9, 0.5, 0)).isEqualTo(0.01);
        assertThat(ClickModel.draw(favorites, 3, 0.98, 2)).isCloseTo(0.57 * 0.64, within(1e-12));
    }

    @Test
    void areShownTheFirstItemsInTheirOrder() {
        List<Interaction> impressions =
                ofType(InteractionType.IMPRESSION, readers.read("user-0007", list(1), LIST, 1000));

        assertThat(impressions).extracting(Interaction::itemId).isEqualTo(list(1).subList(0, 6));
        assertThat(impressions)
                .extracting(event -> event.list().position().orElse(0))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(impressions).allMatch(event -> event.list().listId().equals(LIST));
    }

    /** Law: the clicked fraction of many lists is the mean of the stated probabilities. */
    @Test
    void clickAsOftenAsStated() {
        double expected = 0;
        int clicked = 0;
        for (int i = 0; i < 20_000; i++) {
            String user = "user-%04d".formatted(1 + i % 500);
            List<String> list = list(i);
            expected += readers.clickProbability(user, list);
            List<Interaction> events = readers.read(user, list, LIST, 1000);
            clicked += ofType(InteractionType.CLICK, events).isEmpty() ? 0 : 1;
        }

        assertThat((double) clicked).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        assertThat(clicked).isGreaterThan(500);
    }

    @Test
    void reactAlikeWhateverOthersDo() {
        Map<String, List<InteractionType>> alone = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            types("user-0001", list(i), alone, readers);
        }
        ListReaders others = new ShopSimulation(SETTINGS).readers();
        Map<String, List<InteractionType>> among = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            types("user-0002", list(i), among, others);
            types("user-0001", list(i), among, others);
        }

        assertThat(among.get("user-0001")).isEqualTo(alone.get("user-0001"));
        assertThat(among.get("user-0002")).isNotEqualTo(alone.get("user-0001"));
    }

    private static void types(
            String user, List<String> list, Map<String, List<InteractionType>> all, ListReaders readers) {
        readers.read(user, list, LIST, 0)
                .forEach(event ->
                        all.computeIfAbsent(user, absent -> new ArrayList<>()).add(event.type()));
    }

    @Test
    void buyWhatTheyClickedAtItsPrice() {
        Map<String, Double> prices = new HashMap<>();
        shop.items()
                .forEach(item ->
                        prices.put(item.itemId(), item.price().orElseThrow().amount()));
        List<Interaction> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            all.addAll(readers.read("user-%04d".formatted(1 + i % 500), list(i), LIST, 0));
        }

        int clicks = ofType(InteractionType.CLICK, all).size();
        assertThat(ofType(InteractionType.CART, all)).hasSizeBetween(clicks / 5, clicks / 2);
        assertThat(ofType(InteractionType.PURCHASE, all))
                .isNotEmpty()
                .allMatch(event -> event.amount().orElseThrow() == prices.getOrDefault(event.itemId(), -1.0));
    }

    @Test
    void knowShoppersById() {
        assertThat(readers.isShopper("user-0312")).isTrue();
        assertThat(readers.isShopper("ann")).isFalse();
        assertThat(readers.isShopper("user-")).isFalse();
    }
}
