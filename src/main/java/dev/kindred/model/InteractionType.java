package dev.kindred.model;

import java.util.Arrays;
import java.util.List;

/** The type of an event. */
public enum InteractionType {
    BROWSE(0),
    CLICK(1),
    FAVORITE(2),
    CART(3),
    PURCHASE(4),
    RATING(5),
    DISLIKE(6),
    /** The item was shown, not touched: it changes no taste, no popularity and no list. */
    IMPRESSION(7);

    private final int position;

    /** The position is part of the stored layout: all eight are taken. */
    InteractionType(int position) {
        this.position = position;
    }

    /** The position among all types, in [0, 8). */
    public int position() {
        return position;
    }

    /** Whether the user did something with the item, in contrast to merely seeing it. */
    public boolean isTouch() {
        return this != IMPRESSION;
    }

    /** This type as one bit of a set of types, so that a cell stores all types seen in one byte. */
    public int bit() {
        return 1 << position;
    }

    /** The types in a set of types, a union of {@link #bit() bits}, in the order of this enum. */
    public static List<InteractionType> in(int types) {
        return Arrays.stream(values()).filter(type -> type.isIn(types)).toList();
    }

    /** Whether a set of types, a union of {@link #bit() bits}, contains this type. */
    public boolean isIn(int types) {
        return (types & bit()) != 0;
    }
}
