package dev.kindred.query;

import dev.kindred.model.Item;

/** Data that an item of the catalog may lack. */
public enum Gap {
    /** The URL of a picture. */
    PICTURE,
    /** A price. */
    PRICE,
    /** A category. */
    CATEGORY,
    /** A title. */
    TITLE,
    /** It is hidden from all lists. */
    VISIBILITY,
    /** It cannot be bought now. */
    STOCK,
    /** No known user has touched it, or fewer than the minimum support of the settings. */
    USERS;

    /** Whether an item lacks this; {@code isTouched} says whether enough known users have touched it. */
    boolean isIn(Item item, boolean isTouched) {
        return switch (this) {
            case PICTURE -> item.imageUrl().isEmpty();
            case PRICE -> item.price().isEmpty();
            case CATEGORY -> item.categories().isEmpty();
            case TITLE -> item.title().isEmpty();
            case VISIBILITY -> item.hidden();
            case STOCK -> !item.available();
            case USERS -> !isTouched;
        };
    }
}
