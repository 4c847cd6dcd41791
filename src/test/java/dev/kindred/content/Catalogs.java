package dev.kindred.content;

import dev.kindred.model.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Items for tests; their words are separated by spaces. */
final class Catalogs {

    static final Tokenizer WORDS =
            text -> Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    static final FieldWeights FIELDS = new FieldWeights(1, 0.5, 0.8, 1.5, 2);

    private Catalogs() {}

    /** Settings without limits and without negligible items or terms. */
    static ContentSettings unbounded() {
        return new ContentSettings(FIELDS, 10_000, 10_000, 10_000, 0, 0);
    }

    static ContentSettings bounded(int postings) {
        return new ContentSettings(FIELDS, postings, 10_000, 10_000, 0, 0);
    }

    /** An item with a title only. */
    static Item titled(String id, String title) {
        return Item.of(id, title, List.of());
    }

    /** An item with a title and an update time. */
    static Item updatedAt(long updatedMs, String id, String title) {
        return item(updatedMs, id, title, "", List.of(), Set.of(), "");
    }

    /** An item with all fields. */
    static Item item(
            long updatedMs,
            String id,
            String title,
            String description,
            List<String> categories,
            Set<String> tags,
            String brand) {
        return new Item(
                id,
                title,
                description,
                categories,
                tags,
                brand,
                Optional.empty(),
                "",
                Map.of(),
                true,
                false,
                OptionalLong.empty(),
                updatedMs,
                false);
    }

    /** An item with random values in all fields: skewed terms, and many equal times. */
    static Item random(RandomGenerator random, String id) {
        return item(
                random.nextInt(10),
                id,
                words(random, 4),
                words(random, 12),
                categories(random),
                tags(random),
                brand(random));
    }

    private static Set<String> tags(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> "Tag " + skewed(random, 8))
                .collect(Collectors.toSet());
    }

    private static String brand(RandomGenerator random) {
        return random.nextInt(4) == 0 ? "" : "Brand " + skewed(random, 5);
    }

    private static String words(RandomGenerator random, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> "word" + skewed(random, 40))
                .collect(Collectors.joining(" "));
    }

    private static List<String> categories(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> "Department " + skewed(random, 3) + Item.STEP + "Shelf " + skewed(random, 4))
                .toList();
    }

    private static int skewed(RandomGenerator random, int bound) {
        return Math.min(random.nextInt(bound), random.nextInt(bound));
    }
}
