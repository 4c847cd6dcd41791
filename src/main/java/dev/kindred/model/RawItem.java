package dev.kindred.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A decoded item, not yet validated: any field may hold anything. {@link Item} describes the fields.
 *
 * @param currency of the price; ignored without a price
 */
public record RawItem(
        String itemId,
        String title,
        String description,
        List<String> categories,
        List<String> tags,
        String brand,
        OptionalDouble price,
        String currency,
        String imageUrl,
        Map<String, String> attributes,
        boolean available,
        boolean hidden,
        OptionalLong publishedMs,
        long updatedMs) {

    public RawItem {
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }
}
