package dev.kindred.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that shops, trackers and public data sets give to types of events. Letters and digits count, in any case:
 * {@code view_item}, {@code View Item} and {@code viewItem} are one name.
 *
 * <p>Sources: the e-commerce events of Google Analytics 4, Segment's e-commerce specification (also RudderStack's), the
 * standard events of Shopify's web pixels, Klaviyo's and Meta's, the logs REES46, Retailrocket, Taobao and Tmall.
 * Begun checkouts, removals and refunds have no type here and stay unknown.
 */
public final class EventTypes {

    private static final Map<InteractionType, List<String>> NAMES = Map.of(
            InteractionType.BROWSE,
            List.of(
                    "browse",
                    "view",
                    "views",
                    "viewed",
                    "pv",
                    "page view",
                    "product view",
                    "product viewed",
                    "viewed product",
                    "view item",
                    "item view",
                    "item viewed",
                    "view product",
                    "view content",
                    "product page view",
                    "product detail view",
                    "detail",
                    "detail page view",
                    "浏览",
                    "查看"),
            InteractionType.CLICK,
            List.of(
                    "click",
                    "clicks",
                    "clicked",
                    "clickout",
                    "select item",
                    "product click",
                    "product clicked",
                    "clicked product",
                    "item click",
                    "item clicked",
                    "点击"),
            InteractionType.FAVORITE,
            List.of(
                    "favorite",
                    "favorites",
                    "favourite",
                    "fav",
                    "like",
                    "liked",
                    "wishlist",
                    "add to wishlist",
                    "added to wishlist",
                    "product added to wishlist",
                    "add to favorites",
                    "add to favourites",
                    "added to favorites",
                    "collect",
                    "collected",
                    "收藏"),
            InteractionType.CART,
            List.of(
                    "cart",
                    "add",
                    "basket",
                    "add to cart",
                    "added to cart",
                    "add to basket",
                    "added to basket",
                    "product added",
                    "added product",
                    "product added to cart",
                    "add cart",
                    "cart add",
                    "加购",
                    "加购物车",
                    "加入购物车"),
            InteractionType.PURCHASE,
            List.of(
                    "purchase",
                    "purchases",
                    "purchased",
                    "buy",
                    "buys",
                    "bought",
                    "transaction",
                    "order",
                    "ordered",
                    "order completed",
                    "completed order",
                    "checkout completed",
                    "placed order",
                    "order placed",
                    "ordered product",
                    "product purchased",
                    "ecommerce purchase",
                    "购买",
                    "下单",
                    "支付"),
            InteractionType.RATING,
            List.of("rating", "rate", "rated", "product rated", "评分"),
            InteractionType.DISLIKE,
            List.of("dislike", "disliked", "not interested", "不喜欢"),
            InteractionType.IMPRESSION,
            List.of(
                    "impression",
                    "impressions",
                    "shown",
                    "exposure",
                    "view item list",
                    "product list viewed",
                    "product impression",
                    "item impression",
                    "曝光",
                    "展示"));

    private static final Map<String, InteractionType> TYPES = byName();

    private EventTypes() {}

    /** The type of a name; empty if the name is unknown. */
    public static Optional<InteractionType> named(String name) {
        InteractionType asWritten = TYPES.get(name);
        return asWritten != null ? Optional.of(asWritten) : Optional.ofNullable(TYPES.get(normal(name)));
    }

    /** A name without what does not count: equal for all spellings of one name. */
    public static String normal(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static Map<String, InteractionType> byName() {
        Map<String, InteractionType> types = new HashMap<>();
        NAMES.forEach((type, names) -> names.forEach(name -> types.put(normal(name), type)));
        return Map.copyOf(types);
    }
}
