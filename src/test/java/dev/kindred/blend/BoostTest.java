package dev.kindred.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BoostTest {

    private static final List<Boost> BOOSTS = List.of(
            new Boost(ItemFilter.parse("price < 50"), 2),
            new Boost(ItemFilter.parse("brand = 'Acme'"), 0.25),
            new Boost(ItemFilter.parse("not brand = 'Bolt'"), 3));

    private static Optional<Item> item(String brand, double price) {
        return Optional.of(new Item(
                "tea",
                "",
                "",
                List.of(),
                Set.of(),
                brand,
                Optional.of(new Price(price, "EUR")),
                "",
                Map.of(),
                true,
                false,
                OptionalLong.empty(),
                0,
                false));
    }

    @Test
    void multipliesBoostsThatApplyToAnItem() {
        assertThat(Boost.factorOf(BOOSTS, item("Acme", 10), 0)).isEqualTo(2 * 0.25 * 3);
        assertThat(Boost.factorOf(BOOSTS, item("Bolt", 99), 0)).isEqualTo(1);
        assertThat(Boost.factorOf(BOOSTS, Optional.empty(), 0)).isEqualTo(3); // the comparisons are false
    }
}
