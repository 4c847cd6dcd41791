package dev.kindred.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.blend.Boost;
import dev.kindred.blend.Cap;
import dev.kindred.blend.DiversityRules;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.DiversitySettings.Likeness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final int CLICKED = InteractionType.CLICK.bit();
    private static final int BOUGHT = InteractionType.PURCHASE.bit();
    private static final int DISLIKED = InteractionType.DISLIKE.bit();

    @Test
    void leavesOutPurchasesWithinTheWindowAlone() {
        Excludes month = new Excludes(true, false, false, Duration.ofDays(30));
        long dayMs = Duration.ofDays(1).toMillis();

        assertThat(month.leavesOut(BOUGHT, NOW - 29 * dayMs, NOW)).isTrue();
        assertThat(month.leavesOut(BOUGHT, NOW - 30 * dayMs, NOW)).isFalse();
        assertThat(month.leavesOut(BOUGHT, NOW + dayMs, NOW)).isTrue();
        assertThat(month.leavesOut(CLICKED | DISLIKED, NOW, NOW)).isFalse();
    }

    @Test
    void excludesPurchasesAlwaysOrNever() {
        assertThat(new Excludes(true, false, false, Excludes.EVER).leavesOut(BOUGHT, 0, NOW))
                .isTrue();
        assertThat(new Excludes(true, false, false, Excludes.NEVER).leavesOut(BOUGHT, NOW + 1, NOW))
                .isFalse();
    }

    @Test
    void excludesDislikedOrSeenItems() {
        assertThat(Excludes.USUAL.leavesOut(CLICKED | DISLIKED, 0, NOW)).isTrue();
        assertThat(Excludes.USUAL.leavesOut(CLICKED, 0, NOW)).isFalse();
        assertThat(new Excludes(false, true, false, Excludes.NEVER).leavesOut(CLICKED, 0, NOW))
                .isTrue();
    }

    @Test
    void makesRulesOfACatalog() {
        List<Item> catalog = List.of(item("Acme", 1, Set.of()), item("", 1, Set.of()));
        DiversitySettings settings =
                new DiversitySettings(Likeness.CATEGORY, 0.5, OptionalInt.of(2), OptionalInt.of(3));

        DiversityRules rules = settings.rules(
                number -> number < 2 ? Optional.of(catalog.get(number)) : Optional.empty(), (item, other) -> 0.5);

        Cap brands = rules.caps().get(0);
        Cap categories = rules.caps().get(1);
        assertThat(brands.limit()).isEqualTo(2);
        assertThat(brands.kindsOf().apply(0)).hasToString("[Acme]");
        assertThat(brands.kindsOf().apply(1)).isEmpty();
        assertThat(categories.limit()).isEqualTo(3);
        assertThat(categories.kindsOf().apply(1)).hasToString("[Home > Tea]");
        assertThat(categories.kindsOf().apply(2)).isEmpty();
        assertThat(rules.lambda()).isEqualTo(0.5);
        assertThat(rules.similarity().between(0, 1)).isEqualTo(1);
        assertThat(rules.similarity().between(0, 2)).isZero();
    }

    @Test
    void comparesContentIfConfigured() {
        DiversitySettings settings =
                new DiversitySettings(Likeness.CONTENT, 0.5, OptionalInt.empty(), OptionalInt.empty());

        DiversityRules rules = settings.rules(number -> Optional.empty(), (item, other) -> 0.25);

        assertThat(rules.similarity().between(0, 1)).isEqualTo(0.25);
        assertThat(rules.caps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Home, 5, 1, 'name must be lower-case letters, digits and hyphens, at most 64, got Home'",
        "home, 0, 1, 'k must be in [1, 1000], got 0'",
        "home, 1001, 1, 'k must be in [1, 1000], got 1001'",
        "home, 5, 0, 'weights must have one that is positive, got {POPULAR=0.0}'",
        "home, 5, -1, 'weights must be finite and not negative, got -1.0 for POPULAR'",
        "home, 5, NaN, 'weights must be finite and not negative, got NaN for POPULAR'"
    })
    void checksItself(String name, int k, double weight, String problem) {
        assertThatThrownBy(() -> scenario(name, k, Map.of(Strategy.POPULAR, weight), "", List.of()))
                .hasMessage(problem);
    }

    @Test
    void givesAbsentStrategiesNoWeight() {
        Scenario scenario = scenario(5, Map.of(Strategy.POPULAR, 0.5), "", List.of());

        assertThat(scenario.weight(Strategy.POPULAR)).isEqualTo(0.5);
        assertThat(scenario.weight(Strategy.TRENDING)).isZero();
    }

    @Test
    void scenariosAreFoundByName() {
        Scenario any = scenario(5, Map.of(Strategy.POPULAR, 0.5), "", List.of());

        assertThat(new Scenarios(List.of(any)).find("any")).contains(any);
        assertThat(new Scenarios(List.of(any)).find("other")).isEmpty();
        assertThatThrownBy(() -> new Scenarios(List.of(any, any)))
                .hasMessage("scenarios must have different names, got any twice");
    }

    private static Scenario scenario(int k, Map<Strategy, Double> weights, String filter, List<Boost> boosts) {
        return scenario("any", k, weights, filter, boosts);
    }

    private static Scenario scenario(
            String name, int k, Map<Strategy, Double> weights, String filter, List<Boost> boosts) {
        return new Scenario(
                name,
                k,
                weights,
                ItemFilter.parse(filter),
                Excludes.USUAL,
                boosts,
                DiversitySettings.NONE,
                0,
                false,
                false);
    }

    private static Item item(String brand, double price, Set<String> tags) {
        return new Item(
                "any",
                "",
                "",
                List.of("Home > Tea"),
                tags,
                brand,
                Optional.of(new Price(price, "EUR")),
                "",
                Map.of(),
                true,
                false,
                OptionalLong.empty(),
                0,
                false);
    }
}
