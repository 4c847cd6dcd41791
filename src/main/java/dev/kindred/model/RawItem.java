package dev.kindred.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * An item as somebody wrote it, not yet validated: any field may hold anything. What the fields mean stands at {@link Item}.
 *
 * @param price what it costs, if that is known
 * @param currency of the price; without one it says nothing
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
