package dev.kindred.lab.bench;

import dev.kindred.model.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Items with titles of some 6 words and descriptions of some 40, drawn by Zipf's law, in a tree of categories three
 * steps
 * deep, with a brand and up to three tags.
 */
final class SyntheticCatalog {

    private static final long START_MS = 1_704_067_200_000L;
    private static final int WORDS = 200_000;
    private static final int BRANDS = 2_000;
    private static final int TAGS = 5_000;
    private static final int TITLE_WORDS = 6;
    private static final int DESCRIPTION_WORDS = 40;
    private static final int DEPARTMENTS = 20;
    private static final int SHELVES = 20;
    private static final int KINDS = 10;

    private final SplittableRandom random = new SplittableRandom(1);
    private int items;

    /** The next item, newer than all before. */
    Item next() {
        int number = items++;
        return item("item-" + number, START_MS + number);
    }

    /** Another version of an item, newer than all before. */
    Item changed(String itemId) {
        return item(itemId, START_MS + items++);
    }

    private Item item(String itemId, long updatedMs) {
        String category = "d" + zipf(DEPARTMENTS) + Item.STEP + "s" + zipf(SHELVES) + Item.STEP + "k" + zipf(KINDS);
        Set<String> tags = IntStream.range(0, 3).mapToObj(i -> "t" + zipf(TAGS)).collect(Collectors.toSet());
        return new Item(
                itemId,
                text(TITLE_WORDS),
                text(DESCRIPTION_WORDS),
                List.of(category),
                tags,
                "b" + zipf(BRANDS),
                Optional.empty(),
                "",
                Map.of(),
                true,
                false,
                OptionalLong.empty(),
                updatedMs,
                false);
    }

    private String text(int words) {
        int length = words / 2 + random.nextInt(words + 1);
        return IntStream.range(0, length).mapToObj(i -> "w" + zipf(WORDS)).collect(Collectors.joining(" "));
    }

    /** Log-uniform, which is Zipf's law with exponent 1. */
    private int zipf(int n) {
        return Math.min((int) Math.pow(n + 1.0, random.nextDouble()) - 1, n - 1);
    }
}
