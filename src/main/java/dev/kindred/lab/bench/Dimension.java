package dev.kindred.lab.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A dimension that grows while the others stay constant. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of and functions without state
public enum Dimension {
    /** Users in the matrix. */
    USERS(
            "users",
            List.of(10_000, 30_000, 100_000, 300_000, 1_000_000),
            (base, users) -> new Size(users, base.items(), base.history(), base.audience())),
    /** Items in the catalog. */
    ITEMS(
            "items",
            List.of(1_000, 5_000, 20_000, 50_000, 200_000),
            (base, items) -> new Size(base.users(), items, base.history(), base.audience())),
    /** Items in the vector of the refreshed user. */
    HISTORY(
            "items in a history",
            List.of(10, 30, 100, 300, 1_000),
            (base, history) -> new Size(base.users(), base.items(), history, base.audience())),
    /** Users of an item that a search reads. */
    AUDIENCE(
            "audience of an item (M)",
            List.of(50, 100, 200, 500, 1_000, 2_000),
            (base, audience) -> new Size(base.users(), base.items(), base.history(), audience));

    private final String title;
    private final List<Integer> sizes;
    private final BiFunction<Size, Integer, Size> growth;

    Dimension(String title, List<Integer> sizes, BiFunction<Size, Integer, Size> growth) {
        this.title = title;
        this.sizes = sizes;
        this.growth = growth;
    }

    /**
     * The dimension of a name: {@code users}, {@code items}, {@code history} or {@code audience}.
     *
     * @throws IllegalArgumentException if no dimension has this name
     */
    public static Dimension named(String name) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown dimension " + name + ": choose one of " + names()));
    }

    private static String names() {
        return Arrays.stream(values())
                .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** The title of this dimension. */
    String title() {
        return title;
    }

    /** The measured values, ascending. */
    List<Integer> sizes() {
        return sizes;
    }

    /** The base with another value of this dimension. */
    Size grown(Size base, int value) {
        return growth.apply(base, value);
    }
}
