package dev.kindred.profile;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.TermIndex;
import dev.kindred.math.Decay;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Price;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.Cell;
import dev.kindred.vector.Habits;
import dev.kindred.vector.Header;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilerTest {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long WEEK_MS = 7 * DAY_MS;
    private static final Decay HALVED_IN_A_DAY = new Decay(DAY_MS);
    private static final ProfileSettings SETTINGS =
            new ProfileSettings(HALVED_IN_A_DAY, 5, Duration.ofDays(30), Duration.ofDays(90));

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Catalog catalog = new Catalog(dictionary);
    private final TermIndex terms =
            new TermIndex(new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 1, 1, 1, 0, 0), List::of, dictionary);

    private UserVector vector(List<Interaction> events, int maxItems) {
        return vector(events, maxItems, TypeWeights.equal());
    }

    private UserVector vector(List<Interaction> events, int maxItems, TypeWeights weights) {
        UserVector vector =
                new UserVector(new VectorSettings(weights, HALVED_IN_A_DAY, Decay.NONE, 1, maxItems, 0), dictionary);
        events.forEach(vector::learn);
        return vector;
    }

    private UserProfile profile(UserVector vector, long nowMs) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC);
        return new Profiler(SETTINGS, catalog, terms, () -> Segments.NONE, clock).profile(vector, Optional.empty());
    }

    private List<Interaction> eventsInARandomShop(RandomGenerator random) {
        for (int i = 0; i < 30; i++) { // of 40 that are touched
            catalog.put(Tastes.random(random, "item-" + i));
        }
        return Streams.random(random, 200, 1, 40);
    }

    @RandomTest
    void preferencesAreThoseOfTheirDefinition(RandomGenerator random) {
        List<Interaction> events = eventsInARandomShop(random);

        Preferences preferences = profile(vector(events, 100), START_MS).preferences();

        Tastes naive = new Tastes(events, DAY_MS, catalog::find);
        assertShares(preferences.categories(), naive.categories());
        assertShares(preferences.brands(), naive.brands());
        assertShares(preferences.tags(), naive.tags());
        assertThat(preferences.prices()).isNotEmpty().allSatisfy(band -> {
            assertThat(band.weight()).isCloseTo(naive.currencies().get(band.currency()), within(1e-9));
            assertThat(band.low()).isEqualTo(naive.quantile(band.currency(), 0.25));
            assertThat(band.median()).isEqualTo(naive.quantile(band.currency(), 0.5));
            assertThat(band.high()).isEqualTo(naive.quantile(band.currency(), 0.75));
        });
        assertThat(preferences.prices())
                .extracting(PriceBand::currency)
                .hasSameElementsAs(naive.currencies().keySet());
    }

    private static void assertShares(List<Preference> preferences, Map<String, Double> naive) {
        assertThat(preferences)
                .isNotEmpty()
                .isSortedAccordingTo((one, other) -> Float.compare((float) other.weight(), (float) one.weight()));
        assertThat(preferences).extracting(Preference::name).containsExactlyInAnyOrderElementsOf(naive.keySet());
        assertThat(preferences)
                .allSatisfy(preference ->
                        assertThat(preference.weight()).isCloseTo(naive.get(preference.name()), within(1e-9)));
    }

    @RandomTest
    void weightsAddUp(RandomGenerator random) {
        Preferences preferences =
                profile(vector(eventsInARandomShop(random), 100), START_MS).preferences();

        Map<String, Double> categories =
                preferences.categories().stream().collect(Collectors.toMap(Preference::name, Preference::weight));
        assertThat(sumDirectlyBelow("", categories)).isCloseTo(1, within(1e-9));
        assertThat(categories)
                .allSatisfy((name, weight) -> assertThat(sumDirectlyBelow(name + Item.STEP, categories))
                        .isLessThanOrEqualTo(weight + 1e-9));
        assertThat(preferences.brands().stream().mapToDouble(Preference::weight).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(preferences.prices().stream().mapToDouble(PriceBand::weight).sum())
                .isCloseTo(1, within(1e-9));
    }

    private static double sumDirectlyBelow(String prefix, Map<String, Double> categories) {
        return categories.keySet().stream()
                .filter(name -> name.startsWith(prefix)
                        && !name.substring(prefix.length()).contains(Item.STEP))
                .mapToDouble(categories::get)
                .sum();
    }

    @RandomTest
    void preferencesStayWhenNothingHappens(RandomGenerator random) {
        UserVector vector = vector(eventsInARandomShop(random), 100);

        assertThat(profile(vector, START_MS + 1000 * DAY_MS).preferences())
                .isEqualTo(profile(vector, START_MS).preferences());
    }

    @RandomTest
    void countsItemsByTypeOfEvent(RandomGenerator random) {
        List<Interaction> events = eventsInARandomShop(random);
        Map<InteractionType, Set<String>> naive = new EnumMap<>(events.stream()
                .collect(Collectors.groupingBy(
                        Interaction::type, Collectors.mapping(Interaction::itemId, Collectors.toSet()))));

        UserProfile profile = profile(vector(events, 100), START_MS);

        assertThat(profile.itemsByType())
                .hasSameSizeAs(naive)
                .allSatisfy((type, items) -> assertThat(items)
                        .isEqualTo(naive.getOrDefault(type, Set.of()).size()));
    }

    @Test
    void countsAWeekAtLeast() {
        UserVector vector = vector(List.of(click("ann", "tea", START_MS), click("ann", "cup", START_MS + 1)), 10);

        assertThat(profile(vector, START_MS + 2).eventsPerWeek()).isEqualTo(2);
        assertThat(profile(vector, START_MS + WEEK_MS).eventsPerWeek()).isEqualTo(2);
        assertThat(profile(vector, START_MS + 4 * WEEK_MS).eventsPerWeek()).isEqualTo(0.5);
        assertThat(profile(vector, START_MS + 4 * WEEK_MS).sessionsPerWeek()).isEqualTo(0.25);
    }

    @Test
    void knowsTheFirstEventOfAnItemThatHasLeftTheVector() {
        List<Interaction> events = List.of(click("ann", "tea", START_MS), click("ann", "cup", START_MS + DAY_MS));

        UserProfile profile = profile(vector(events, 1), START_MS + 7 * DAY_MS);

        assertThat(profile.firstEventMs()).isEqualTo(START_MS);
        assertThat(profile.eventsPerWeek()).isEqualTo(2);
    }

    @Test
    void givesHoursAndWeekdaysAsShares() {
        // the stream starts on a Monday, at midnight
        List<Interaction> events = List.of(
                click("ann", "tea", START_MS),
                click("ann", "tea", START_MS + 6 * DAY_MS),
                click("ann", "cup", START_MS + 7 * DAY_MS + DAY_MS / 24),
                click("ann", "cup", START_MS + 7 * DAY_MS));

        UserHabits habits = profile(vector(events, 10), START_MS + 8 * DAY_MS).habits();

        assertThat(habits.hours()).hasSize(24).startsWith(0.75, 0.25, 0.0);
        assertThat(habits.weekdays()).isEqualTo(Map.of(DayOfWeek.MONDAY, 0.75, DayOfWeek.SUNDAY, 0.25));
        assertThat(habits.busiestHour()).hasValue(0);
        assertThat(habits.busiestWeekday()).contains(DayOfWeek.MONDAY);
        assertThat(habits.sessions()).isEqualTo(3); // the last event is late
    }

    @Test
    void derivesTheFirstEventFromItemsIfHabitsAreMissing() {
        Header old = new Header(7, 7, START_MS + DAY_MS, 1, 1, Habits.NONE, new long[0]);
        VectorSettings settings = new VectorSettings(TypeWeights.equal(), HALVED_IN_A_DAY, Decay.NONE, 1, 10, 0);
        UserVector vector = new UserVector(settings, dictionary, old);
        vector.restore("tea", new Cell(1, START_MS, 1, START_MS + DAY_MS, 7, InteractionType.CLICK.bit()));

        UserProfile profile = profile(vector, START_MS + 2 * DAY_MS);

        assertThat(profile.events()).isEqualTo(7);
        assertThat(profile.firstEventMs()).isEqualTo(START_MS);
        assertThat(profile.habits().busiestHour()).isEmpty();
        assertThat(profile.habits().busiestWeekday()).isEmpty();
        assertThat(profile.eventsPerWeek()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "4, -1, NEW", // a clock ahead of ours
        "4, 30, NEW",
        "5, 30, ACTIVE",
        "4, 31, LAPSING",
        "5, 90, LAPSING",
        "5, 91, LAPSED",
    })
    void lifecycleIsByEventsAndDaysSinceTheLast(int events, int days, Lifecycle lifecycle) {
        List<Interaction> clicks = Collections.nCopies(events, click("ann", "tea", START_MS));

        UserProfile profile = profile(vector(clicks, 10), START_MS + days * DAY_MS);

        assertThat(profile.lifecycle()).isEqualTo(lifecycle);
        assertThat(profile.sinceLastEventMs()).isEqualTo(Math.max(0, days) * DAY_MS);
    }

    @Test
    void aPurchaseWeighsMoreThanALook() {
        catalog.put(priced("tea", 4));
        catalog.put(priced("cup", 10));
        Interaction bought = new Interaction(Optional.empty(), "ann", "cup", InteractionType.PURCHASE, START_MS, 1);

        PriceBand band = band(List.of(click("ann", "tea", START_MS), bought), 3);

        // the weights are 1 and 3, so a quarter of 4 is on what costs at most 4
        assertThat(band).isEqualTo(new PriceBand("EUR", 1, 4, 10, 10));
    }

    @Test
    void dislikedAndUnknownItemsGiveNoPreference() {
        catalog.put(priced("tea", 4));
        catalog.put(priced("cup", 10));
        Interaction disliked = new Interaction(Optional.empty(), "ann", "cup", InteractionType.DISLIKE, START_MS, 1);
        Interaction unknown = click("ann", "?", START_MS);

        assertThat(band(List.of(click("ann", "tea", START_MS), disliked, unknown), 1))
                .isEqualTo(new PriceBand("EUR", 1, 4, 4, 4));
        assertThat(profile(vector(List.of(unknown), 10), START_MS).preferences())
                .isEqualTo(new Preferences(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static Item priced(String id, double amount) {
        return Tastes.item(id, List.of(), Set.of(), "", Optional.of(new Price(amount, "EUR")));
    }

    private PriceBand band(List<Interaction> events, double weightOfPurchases) {
        Map<InteractionType, Double> weights = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, 1.0);
        }
        weights.put(InteractionType.PURCHASE, weightOfPurchases);
        weights.put(InteractionType.DISLIKE, -1.0);
        return profile(vector(events, 10, TypeWeights.of(weights)), START_MS)
                .preferences()
                .prices()
                .get(0);
    }
}
