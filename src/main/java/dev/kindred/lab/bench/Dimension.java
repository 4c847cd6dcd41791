package dev.kindred.lab.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A dimension that grows while the others stay constant. */
public enum Dimension {
    /** Users in the matrix. */
    USERS("users") {
        @Override
        List<Integer> sizes() {
            return List.of(10_000, 30_000, 100_000, 300_000, 1_000_000);
        }

        @Override
        Size grown(Size base, int value) {
            return new Size(value, base.items(), base.history(), base.audience());
        }
    },
    /** Items in the catalog. */
    ITEMS("items") {
        @Override
        List<Integer> sizes() {
            return List.of(1_000, 5_000, 20_000, 50_000, 200_000);
        }

        @Override
        Size grown(Size base, int value) {
            return new Size(base.users(), value, base.history(), base.audience());
        }
    },
    /** Items in the vector of the refreshed user. */
    HISTORY("items in a history") {
        @Override
        List<Integer> sizes() {
            return List.of(10, 30, 100, 300, 1_000);
        }

        @Override
        Size grown(Size base, int value) {
            return new Size(base.users(), base.items(), value, base.audience());
        }
    },
    /** Users of an item that a search reads. */
    AUDIENCE("audience of an item (M)") {
        @Override
        List<Integer> sizes() {
            return List.of(50, 100, 200, 500, 1_000, 2_000);
        }

        @Override
        Size grown(Size base, int value) {
            return new Size(base.users(), base.items(), base.history(), value);
        }
    };

    private final String title;

    Dimension(String title) {
        this.title = title;
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
    abstract List<Integer> sizes();

    /** The base with another value of this dimension. */
    abstract Size grown(Size base, int value);
}
