package dev.kindred.logs;

import dev.kindred.math.Spelling;
import dev.kindred.model.RawItem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses a line into an item; the common part of all forms. */
abstract class ItemParser {

    /**
     * The item of a line; empty if the line is about something else.
     *
     * @param losses receives the fields that cannot be read
     * @throws RejectedLineException if the line is not an item
     */
    abstract Optional<RawItem> parse(String line, Losses losses) throws RejectedLineException;

    /** Names that feeds of other systems have, and ours for the same. */
    private static final Map<String, List<String>> OTHER_WORDS = Map.of(
            "name", List.of("title"),
            "id", List.of("item_id", "itemId"),
            "sku", List.of("item_id", "itemId"),
            "product_id", List.of("item_id", "itemId"),
            "image", List.of("image_url", "imageUrl"),
            "in_stock", List.of("available"),
            "url", List.of("attributes"));

    /** The message for an unknown name. */
    static String unknown(String kind, String name, Collection<String> known) {
        String meant = OTHER_WORDS.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(known::contains)
                .findFirst()
                .or(() -> Spelling.nearest(name, known))
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElse("");
        return "there is no " + kind + " " + RejectedLineException.shown(name) + meant;
    }
}
