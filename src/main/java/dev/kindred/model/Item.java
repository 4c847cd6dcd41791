package dev.kindred.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An item of the catalog.
 *
 * @param itemId not empty
 * @param title may be empty
 * @param description may be empty
 * @param categories paths from the root down, the steps separated by {@link #STEP}
 * @param tags labels
 * @param brand may be empty
 * @param price empty if unknown
 * @param imageUrl the URL of a picture; may be empty
 * @param attributes other properties, by name
 * @param available whether it can be bought now
 * @param hidden whether it must not be shown to any user
 * @param publishedMs when it went on sale, in epoch milliseconds; empty if unknown
 * @param updatedMs the time of this state, in epoch milliseconds
 * @param withdrawn whether the shop removed the item from its catalog; all other fields are empty then
 */
public record Item(
        String itemId,
        String title,
        String description,
        List<String> categories,
        Set<String> tags,
        String brand,
        Optional<Price> price,
        String imageUrl,
        Map<String, String> attributes,
        boolean available,
        boolean hidden,
        OptionalLong publishedMs,
        long updatedMs,
        boolean withdrawn) {

    /** Separates the steps of a category, as in {@code Home > Kitchen > Coffee}. */
    public static final String STEP = " > ";

    public Item {
        Require.that(!itemId.isEmpty(), "itemId must not be empty");
        categories = List.copyOf(categories);
        tags = Set.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    /** The marker of an item that was removed from the catalog: it must not be shown until it is put again. */
    public static Item withdrawn(String itemId) {
        return bare(itemId, "", List.of(), true);
    }

    /** An available item that has only a title and categories. */
    public static Item of(String itemId, String title, List<String> categories) {
        return bare(itemId, title, categories, false);
    }

    private static Item bare(String itemId, String title, List<String> categories, boolean withdrawn) {
        return new Item(
                itemId,
                title,
                "",
                categories,
                Set.of(),
                "",
                Optional.empty(),
                "",
                Map.of(),
                !withdrawn,
                false,
                OptionalLong.empty(),
                0,
                withdrawn);
    }
}
