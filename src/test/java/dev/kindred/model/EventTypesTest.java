package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "dislike, DISLIKE",
        "view_item, BROWSE",
        "Product Viewed, BROWSE",
        "product_viewed, BROWSE",
        "Viewed Product, BROWSE",
        "detail-page-view, BROWSE",
        "select_item, CLICK",
        "Product Clicked, CLICK",
        "Product Added, CART",
        "addToCart, CART",
        "product_added_to_cart, CART",
        "Product Added to Wishlist, FAVORITE",
        "collect, FAVORITE",
        "view_item_list, IMPRESSION",
        "Order Completed, PURCHASE",
        "checkout_completed, PURCHASE",
        "\u6d4f\u89c8, BROWSE",
        "\u6536\u85cf, FAVORITE",
        "\u52a0\u8d2d, CART",
        "\u8d2d\u4e70, PURCHASE"
    })
    void knowsTheNamesThatShopsUse(String name, InteractionType type) {
        assertThat(EventTypes.named(name)).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryTypeByItsOwnName(InteractionType type) {
        assertThat(EventTypes.named(type.name())).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove_from_cart", "Product Removed", "refund", "return", "checkout", "1", ""})
    void doesNotGuess(String name) {
        assertThat(EventTypes.named(name)).isEmpty();
    }
}
