package dev.kindred.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShopSimulationTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int EVENTS = 200_000;

    @Test
    void repeatsItselfWithTheSameSeed() {
        SimulationSettings settings = new SimulationSettings(500, 300, 42, START);

        List<Interaction> once = events(settings, 20_000);
        List<Interaction> again = events(settings, 20_000);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void differsWithAnotherSeed() {
        List<Interaction> one = events(new SimulationSettings(500, 300, 42, START), 1_000);
        List<Interaction> other = events(new SimulationSettings(500, 300, 43, START), 1_000);

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void callsUsersAndItemsByReadableIds() {
        List<Interaction> events = shop();

        assertThat(events).allMatch(event -> event.userId().matches("user-\\d{4}"));
        assertThat(events).allMatch(event -> event.itemId().matches("[a-z]+-\\d{3}"));
        assertThat(distinct(events, Interaction::userId)).hasSizeBetween(950, 1_000);
        assertThat(distinct(events, Interaction::itemId)).hasSizeBetween(550, 600);
        assertThat(distinct(events, ShopSimulationTest::category)).hasSize(28);
    }

    @Test
    void paysTheListedPrice() {
        ShopSimulation shop = new ShopSimulation(new SimulationSettings(500, 300, 42, START));
        Map<String, Double> prices = shop.items()
                .collect(Collectors.toMap(
                        Item::itemId, item -> item.price().orElseThrow().amount()));

        List<Interaction> events = Stream.generate(shop::next).limit(20_000).toList();

        assertThat(events).anyMatch(event -> event.type() == InteractionType.PURCHASE);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.amount())
                        .isEqualTo(
                                event.type() == InteractionType.PURCHASE
                                        ? OptionalDouble.of(prices.getOrDefault(event.itemId(), Double.NaN))
                                        : OptionalDouble.empty()));
    }

    @Test
    void neverGoesBackInTime() {
        List<Interaction> events = shop();

        assertThat(events.get(0).timestampMs()).isGreaterThanOrEqualTo(START.toEpochMilli());
        assertThat(events).extracting(Interaction::timestampMs).isSorted();
    }

    @Test
    void goesAtThePaceOfAShop() {
        List<Interaction> events = shop();

        Duration lasted = Duration.ofMillis(events.get(EVENTS - 1).timestampMs() - START.toEpochMilli());
        double eventsPerUserAndDay = EVENTS / 1_000.0 / (lasted.toHours() / 24.0);

        assertThat(eventsPerUserAndDay).isBetween(10.0, 40.0);
    }

    @Test
    void interleavesVisits() {
        List<Interaction> events = shop();

        long changes = IntStream.range(1, EVENTS)
                .filter(i -> !events.get(i).userId().equals(events.get(i - 1).userId()))
                .count();

        assertThat((double) changes / EVENTS).isGreaterThan(0.5);
    }

    @Test
    void narrowsFromLookingToPaying() {
        Map<InteractionType, Long> counts =
                shop().stream().collect(Collectors.groupingBy(Interaction::type, Collectors.counting()));

        assertThat(ratio(counts, InteractionType.CLICK, InteractionType.BROWSE)).isBetween(0.45, 0.55);
        assertThat(ratio(counts, InteractionType.FAVORITE, InteractionType.CLICK))
                .isBetween(0.08, 0.12);
        assertThat(ratio(counts, InteractionType.CART, InteractionType.CLICK)).isBetween(0.17, 0.23);
        assertThat(ratio(counts, InteractionType.PURCHASE, InteractionType.CART))
                .isBetween(0.45, 0.55);
    }

    @Test
    void sellsOnlyItemsInTheCart() {
        Set<String> inCarts = new HashSet<>();
        int purchases = 0;

        for (Interaction event : shop()) {
            String userAndItem = event.userId() + " " + event.itemId();
            if (event.type() == InteractionType.CART) {
                inCarts.add(userAndItem);
            } else if (event.type() == InteractionType.PURCHASE) {
                purchases++;
                assertThat(inCarts).contains(userAndItem);
            }
        }

        assertThat(purchases).isGreaterThan(1_000);
    }

    @Test
    void hasFewPopularItems() {
        Map<String, Long> byItem = counts(shop(), Interaction::itemId);

        long topTenth = byItem.values().stream()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(60)
                .mapToLong(Long::longValue)
                .sum();

        assertThat((double) topTenth / EVENTS).isGreaterThan(0.4);
    }

    @Test
    void letsShoppersComeBackToTheirTaste() {
        List<Interaction> events = shop();
        Map<String, String> favorite = favoriteCategory(events.subList(0, EVENTS / 2));
        List<Interaction> later = events.subList(EVENTS / 2, EVENTS);

        double own = share(later, event -> category(event).equals(favorite.get(event.userId())));
        Map<String, Long> fans =
                favorite.values().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        double ofOthers = later.stream()
                .mapToDouble(event -> (double) fans.getOrDefault(category(event), 0L) / favorite.size())
                .average()
                .orElseThrow();

        assertThat(own).isGreaterThan(0.35);
        assertThat(own / ofOthers).as("lift over a random shopper's favorite").isGreaterThan(4);
    }

    @Test
    void goesFromItemToRelatedItem() {
        Map<String, Interaction> last = new HashMap<>();
        int moves = 0;
        int near = 0;

        for (Interaction event : shop()) {
            Interaction before = last.put(event.userId(), event);
            if (before != null && event.timestampMs() - before.timestampMs() < 120_000 && isMove(before, event)) {
                moves++;
                near += category(before).equals(category(event)) && Math.abs(number(before) - number(event)) <= 3
                        ? 1
                        : 0;
            }
        }

        assertThat((double) near / moves).isGreaterThan(0.4);
    }

    @Test
    void changesFashionFromDayToDay() {
        List<Interaction> events = shop();

        Set<String> trendy = new HashSet<>();
        for (int day = 0; day < 7; day++) {
            trendy.add(risingCategory(events, onDay(day)));
        }

        assertThat(trendy).hasSizeGreaterThan(3);
    }

    @Test
    void launchesItems() {
        List<Interaction> events = shop();
        Set<String> known =
                distinct(events.stream().filter(onDay(0).or(onDay(1))).toList(), Interaction::itemId);

        List<Interaction> later = events.stream().filter(onDay(6)).toList();
        Map<String, Long> newcomers = counts(
                later.stream().filter(event -> !known.contains(event.itemId())).toList(), Interaction::itemId);

        assertThat(newcomers.values()).anyMatch(count -> count > 5 * later.size() / 600);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1000", "1000, 1", "3, 9", "50, 30", "2000000, 1000000"})
    void comesInAnySize(int users, int items) {
        List<Interaction> events = events(new SimulationSettings(users, items, 7, START), 5_000);

        assertThat(events).hasSize(5_000);
        assertThat(distinct(events, Interaction::userId)).hasSizeLessThanOrEqualTo(users);
        assertThat(distinct(events, Interaction::itemId)).hasSizeLessThanOrEqualTo(items);
    }

    @Test
    void hasACatalogOfAllItems() {
        SimulationSettings settings = new SimulationSettings(1_000, 600, 42, START);

        List<Item> items = new ShopSimulation(settings).items().toList();

        assertThat(items)
                .hasSize(600)
                .isEqualTo(new ShopSimulation(settings).items().toList());
        assertThat(items.stream().map(Item::itemId).collect(Collectors.toSet()))
                .hasSize(600)
                .containsAll(distinct(shop(), Interaction::itemId));
        assertThat(items).allSatisfy(item -> {
            assertThat(item.title()).isNotBlank();
            assertThat(item.description()).contains(item.brand());
            assertThat(item.categories()).singleElement().asString().matches("\\w+ > \\w+ > .+");
            assertThat(item.price().orElseThrow().amount()).isPositive();
            assertThat(item.publishedMs().orElseThrow()).isLessThanOrEqualTo(START.toEpochMilli());
        });
        assertThat(items.stream()
                        .filter(item -> item.tags().contains("promotion"))
                        .count())
                .isBetween(20L, 80L);
        assertThat(items.stream().filter(item -> !item.available()).count()).isBetween(10L, 60L);
    }

    /** Words reflect style: an item and a near one have the same style more often than not. */
    @Test
    void givesAlikeItemsTheSameWords() {
        List<Item> shelf = new ShopSimulation(new SimulationSettings(1_000, 600, 42, START))
                .items()
                .filter(item -> item.itemId().startsWith("tents-"))
                .toList();

        long alike = IntStream.range(1, shelf.size())
                .filter(i -> shelf.get(i).categories().equals(shelf.get(i - 1).categories()))
                .count();

        assertThat((double) alike / shelf.size()).isGreaterThan(0.5);
        assertThat(shelf.stream().map(Item::categories).distinct()).hasSizeGreaterThan(3);
    }

    @Test
    void doesNotChangeItsEventsWhenItsCatalogIsRead() {
        SimulationSettings settings = new SimulationSettings(500, 300, 42, START);
        ShopSimulation shop = new ShopSimulation(settings);
        shop.items().forEach(item -> {});

        assertThat(Stream.generate(shop::next).limit(1_000)).isEqualTo(events(settings, 1_000));
    }

    @Test
    void needsUsersAndItems() {
        assertThatThrownBy(() -> new SimulationSettings(0, 1, 1, START)).hasMessageContaining("users must be positive");
        assertThatThrownBy(() -> new SimulationSettings(1, 0, 1, START)).hasMessageContaining("items must be positive");
    }

    private static List<Interaction> shop() {
        return events(new SimulationSettings(1_000, 600, 42, START), EVENTS);
    }

    private static List<Interaction> events(SimulationSettings settings, int count) {
        ShopSimulation shop = new ShopSimulation(settings);
        return Stream.generate(shop::next).limit(count).toList();
    }

    private static Predicate<Interaction> onDay(int day) {
        long from = START.plus(Duration.ofDays(day)).toEpochMilli();
        long to = START.plus(Duration.ofDays(day + 1)).toEpochMilli();
        return event -> event.timestampMs() >= from && event.timestampMs() < to;
    }

    /** The category whose share of one day's events grew most over its share of all events. */
    private static String risingCategory(List<Interaction> events, Predicate<Interaction> day) {
        Map<String, Long> overall = counts(events, ShopSimulationTest::category);
        Map<String, Double> growth = new HashMap<>();
        counts(events.stream().filter(day).toList(), ShopSimulationTest::category)
                .forEach(
                        (category, count) -> growth.put(category, (double) count / overall.getOrDefault(category, 0L)));
        return mostFrequent(growth);
    }

    private static Map<String, String> favoriteCategory(List<Interaction> events) {
        Map<String, List<Interaction>> byUser = events.stream().collect(Collectors.groupingBy(Interaction::userId));
        Map<String, String> favorites = new HashMap<>();
        byUser.forEach((user, own) -> favorites.put(user, mostFrequent(counts(own, ShopSimulationTest::category))));
        return favorites;
    }

    private static <N extends Comparable<N>> String mostFrequent(Map<String, N> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, N>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static boolean isMove(Interaction before, Interaction now) {
        return now.type() == InteractionType.BROWSE && !now.itemId().equals(before.itemId());
    }

    private static double share(List<Interaction> events, Predicate<Interaction> wanted) {
        return (double) events.stream().filter(wanted).count() / events.size();
    }

    private static double ratio(Map<InteractionType, Long> counts, InteractionType type, InteractionType of) {
        return (double) counts.getOrDefault(type, 0L) / counts.getOrDefault(of, 0L);
    }

    private static Map<String, Long> counts(List<Interaction> events, Function<Interaction, String> key) {
        return events.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static Set<String> distinct(List<Interaction> events, Function<Interaction, String> key) {
        return events.stream().map(key).collect(Collectors.toSet());
    }

    private static String category(Interaction event) {
        return event.itemId().substring(0, event.itemId().indexOf('-'));
    }

    private static int number(Interaction event) {
        return Integer.parseInt(event.itemId().substring(event.itemId().indexOf('-') + 1));
    }
}
