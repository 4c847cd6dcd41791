package dev.kindred.testing;

import dev.kindred.model.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Items of which little is known beside their place in the shop. */
public final class Goods {

    private Goods() {}

    /** An item that is called as its id is. */
    public static Item item(String id, List<String> categories, boolean hidden, OptionalLong publishedMs) {
        return new Item(
                id,
                id,
                "",
                categories,
                Set.of(),
                "",
                Optional.empty(),
                "",
                Map.of(),
                true,
                hidden,
                publishedMs,
                0,
                false);
    }
}
