package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.InteractionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class EventTypesTest {

    @ParameterizedTest
    @CsvSource({
        "view, BROWSE",
        "pv, BROWSE",
        "browse, BROWSE",
        "click, CLICK",
        "cart, CART",
        "addtocart, CART",
        "add_to_cart, CART",
        "Add to cart, CART",
        "add-to-cart, CART",
        "buy, PURCHASE",
        "purchase, PURCHASE",
        "transaction, PURCHASE",
        "ORDER, PURCHASE",
        "fav, FAVORITE",
        "favorite, FAVORITE",
        "favourite, FAVORITE",
        "Like, FAVORITE",
        "rating, RATING",
        "rate, RATING",
        "dislike, DISLIKE"
    })
    void knowsWhatShopsCallIt(String name, InteractionType type) {
        assertThat(EventTypes.named(name)).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryTypeByItsOwnName(InteractionType type) {
        assertThat(EventTypes.named(type.name())).contains(type);
    }

    @Test
    void doesNotGuess() {
        assertThat(EventTypes.named("remove_from_cart")).isEmpty();
    }
}
