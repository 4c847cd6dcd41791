package dev.kindred.logs;

import dev.kindred.math.Spelling;
import dev.kindred.model.RawItem;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parses a line into an item; the common part of the two forms. */
abstract class ItemParser {

    private static final Timestamps TIMES = new Timestamps(ZoneOffset.UTC);

    /**
     * The item of a line.
     *
     * @throws RejectedLineException if the line is not an item
     */
    abstract RawItem parse(String line) throws RejectedLineException;

    static long time(String name, String text) throws RejectedLineException {
        try {
            return TIMES.parse(text);
        } catch (Timestamps.NoTimeException e) {
            throw new RejectedLineException(name + " " + RejectedLineException.shown(text) + " " + e.getMessage());
        }
    }

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
