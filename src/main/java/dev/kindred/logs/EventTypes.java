package dev.kindred.logs;

import dev.kindred.model.InteractionType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that shops and public data sets give to types of events. */
final class EventTypes {

    private static final Map<InteractionType, List<String>> NAMES = Map.of(
            InteractionType.BROWSE, List.of("browse", "view", "pv", "page_view", "pageview", "product_view"),
            InteractionType.CLICK, List.of("click"),
            InteractionType.FAVORITE, List.of("favorite", "favourite", "fav", "like", "wishlist", "add_to_wishlist"),
            InteractionType.CART, List.of("cart", "addtocart", "add_to_cart", "add_to_basket"),
            InteractionType.PURCHASE, List.of("purchase", "buy", "transaction", "order"),
            InteractionType.RATING, List.of("rating", "rate"),
            InteractionType.DISLIKE, List.of("dislike"));

    private static final Map<String, InteractionType> TYPES = byName();

    private EventTypes() {}

    /** The type of a name in any case, with hyphens or blanks for underscores; empty if the name is unknown. */
    static Optional<InteractionType> named(String name) {
        InteractionType asWritten = TYPES.get(name);
        return asWritten != null ? Optional.of(asWritten) : Optional.ofNullable(TYPES.get(normal(name)));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static Map<String, InteractionType> byName() {
        Map<String, InteractionType> types = new HashMap<>();
        NAMES.forEach((type, names) -> names.forEach(name -> types.put(name, type)));
        return types;
    }
}
