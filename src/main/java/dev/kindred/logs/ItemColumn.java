package dev.kindred.logs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The meaning of a column of a table of items, or of a field in JSON or XML. */
enum ItemColumn {
    ID("item_id"),
    TITLE("title"),
    DESCRIPTION("description"),
    CATEGORIES("categories"),
    TAGS("tags"),
    BRAND("brand"),
    PRICE("price"),
    CURRENCY("currency"),
    IMAGE_URL("image_url"),
    AVAILABLE("available"),
    HIDDEN("hidden"),
    PUBLISHED("published"),
    UPDATED("updated"),
    /** A JSON object of attributes. */
    ATTRIBUTES("attributes");

    private final String title;

    ItemColumn(String title) {
        this.title = title;
    }

    /** Its name in our own format, and in {@code --map}. */
    String title() {
        return title;
    }

    static Optional<ItemColumn> named(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
