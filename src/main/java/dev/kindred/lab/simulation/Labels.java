package dev.kindred.lab.simulation;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Generates the content of items. Items with close numbers in a category have the same style, often the same brand, and
 * the same fans; so words carry some information on taste, but not all.
 *
 * <p>A function of the shop's seed and the item: it takes no memory, and the shoppers do not depend on it.
 *
 * @param nowMs when the shop opens, which is the time of the labels
 */
record Labels(long seed, long nowMs) {

    private static final List<String> COLORS =
            List.of("black", "white", "gray", "blue", "green", "red", "yellow", "brown");
    private static final List<String> GRADES = List.of("basic", "classic", "plus", "pro", "deluxe");
    private static final List<String> PRAISES =
            List.of("light", "sturdy", "quiet", "elegant", "practical", "timeless", "compact", "handmade");
    private static final String PROMOTION = "promotion";

    private static final double ON_PROMOTION = 0.08;
    private static final double OUT_OF_STOCK = 0.05;
    private static final double OF_THE_STYLES_MAKER = 0.6;
    private static final double PRICE_SPREAD = 0.4; // standard deviation of its logarithm
    private static final long OLDEST_DAYS = 700;

    /**
     * Labels an item.
     *
     * @param category number of the category
     * @param spot relative place in its category, in [0, 1)
     */
    Item of(String itemId, int category, double spot) {
        SplittableRandom random = new SplittableRandom(seed ^ ((long) itemId.hashCode() << 32 | category));
        Categories.Category sort = Categories.ALL.get(category);
        String style = sort.styles().get((int) (spot * sort.styles().size()));
        String color = oneOf(COLORS, random);
        String grade = oneOf(GRADES, random);
        String brand = brand(sort, style, random);
        String kind = oneOf(sort.kinds(), random);
        String praise = oneOf(PRAISES, random);
        boolean promoted = random.nextDouble() < ON_PROMOTION;
        return new Item(
                itemId,
                "%s %s %s %s, %s".formatted(brand, grade, style, kind, color),
                "%s %s in %s, %s. From the %s line by %s."
                        .formatted(capitalized(style), kind, color, praise, grade, brand),
                List.of(String.join(Item.STEP, sort.department(), capitalized(sort.name()), capitalized(style))),
                promoted ? Set.of(style, color, PROMOTION) : Set.of(style, color),
                brand,
                Optional.of(price(sort.price(), promoted, random)),
                "",
                Map.of("color", color, "grade", grade),
                random.nextDouble() >= OUT_OF_STOCK,
                false,
                OptionalLong.of(
                        nowMs - Duration.ofDays(random.nextLong(OLDEST_DAYS)).toMillis()),
                nowMs,
                false);
    }

    private static String brand(Categories.Category sort, String style, SplittableRandom random) {
        int ofStyle = sort.styles().indexOf(style) % sort.brands().size();
        return random.nextDouble() < OF_THE_STYLES_MAKER ? sort.brands().get(ofStyle) : oneOf(sort.brands(), random);
    }

    /** A price of five cents below a whole number; a fifth lower on promotion. */
    private static Price price(double middle, boolean promoted, SplittableRandom random) {
        double drawn = middle * Math.exp(PRICE_SPREAD * random.nextGaussian()) * (promoted ? 0.8 : 1);
        return new Price(Math.max(1, Math.round(drawn)) - 0.05, "EUR");
    }

    private static <T> T oneOf(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
