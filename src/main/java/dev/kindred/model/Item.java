package dev.kindred.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a shop says of one thing that it sells.
 *
 * @param itemId which, not empty
 * @param title its name for people; may be empty
 * @param description more words on it; may be empty
 * @param categories where it belongs, each from the root down, the steps separated by {@link #STEP}
 * @param tags words that the shop puts on it
 * @param brand who makes it; may be empty
 * @param price what it costs, if that is known
 * @param imageUrl where a picture of it is; may be empty
 * @param attributes anything else, by name
 * @param available whether it can be bought now
 * @param hidden whether it must not be shown to anybody
 * @param publishedMs since when it is sold, in epoch milliseconds, if that is known
 * @param updatedMs as of when all this is true, in epoch milliseconds
 * @param withdrawn whether the shop took the item out of its catalog: nothing else is known of it then
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
        if (itemId.isEmpty()) {
            throw new IllegalArgumentException("an item needs an id");
        }
        categories = List.copyOf(categories);
        tags = Set.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    /** An item that is in the catalog. */
    public Item(
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
            long updatedMs) {
        this(
                itemId,
                title,
                description,
                categories,
                tags,
                brand,
                price,
                imageUrl,
                attributes,
                available,
                hidden,
                publishedMs,
                updatedMs,
                false);
    }

    /** The marker of an item that was taken out of the catalog: it must not be shown until it is put again. */
    public static Item withdrawn(String itemId) {
        return new Item(
                itemId,
                "",
                "",
                List.of(),
                Set.of(),
                "",
                Optional.empty(),
                "",
                Map.of(),
                false,
                false,
                OptionalLong.empty(),
                0,
                true);
    }

    /** An item of which nothing is known but its name and where it belongs: it can be bought, and may be shown. */
    public static Item of(String itemId, String title, List<String> categories) {
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
                true,
                false,
                OptionalLong.empty(),
                0);
    }
}
