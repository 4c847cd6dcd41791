package dev.kindred.ranking;

import java.util.Locale;

/**
 * The features of a candidate, in the order of the columns of a {@link FeatureMatrix}.
 *
 * <p>Models and statistics depend on the order and the meaning of the features. A change of either needs another {@link #VERSION}. All
 * values are 0 where nothing is known.
 */
public enum Feature {
    /** 1, for a model without an intercept of its own. */
    CONSTANT,
    /** The score of the blend, at most 1. */
    BLEND,
    /** 1 / rank in the blend. */
    RANK,
    /** The score of the strategy, divided by its greatest one, in [-1, 1]. */
    USER_BASED,
    /** As {@link #USER_BASED}. */
    SEQUENCE_BASED,
    /** As {@link #USER_BASED}. */
    ITEM_BASED,
    /** As {@link #USER_BASED}. */
    CONTENT_BASED,
    /** As {@link #USER_BASED}. */
    TRENDING,
    /** As {@link #USER_BASED}. */
    RECENT,
    /** As {@link #USER_BASED}. */
    POPULAR,
    /** 1 / rank among the items of the strategy. */
    USER_BASED_RANK,
    /** As {@link #USER_BASED_RANK}. */
    SEQUENCE_BASED_RANK,
    /** As {@link #USER_BASED_RANK}. */
    ITEM_BASED_RANK,
    /** As {@link #USER_BASED_RANK}. */
    CONTENT_BASED_RANK,
    /** The logarithm of 1 + the decayed number of users, divided by 10, at most 1. */
    POPULARITY,
    /** 1 / (1 + months since the item went on sale). */
    NEWNESS,
    /** The absolute logarithm of the price, divided by the mean price of the user's items; at most 2. */
    PRICE_DISTANCE,
    /** The part of the user's interests in items with a category of this one. */
    CATEGORY_AFFINITY,
    /** The part of the user's interests in items of this brand. */
    BRAND_AFFINITY,
    /** 1 if the user has touched the item. */
    OWN,
    /** 1 / (1 + hours since the user touched the item). */
    OWN_RECENCY,
    /** 1 if it is the user's last item. */
    LAST,
    /** 5 / (5 + the number of the user's items): how new the user is. */
    NEWCOMER,
    /** {@link #NEWCOMER} times {@link #USER_BASED}. */
    NEWCOMER_USER_BASED,
    /** {@link #NEWCOMER} times {@link #SEQUENCE_BASED}. */
    NEWCOMER_SEQUENCE_BASED,
    /** {@link #NEWCOMER} times {@link #ITEM_BASED}. */
    NEWCOMER_ITEM_BASED,
    /** {@link #NEWCOMER} times {@link #OWN}. */
    NEWCOMER_OWN,
    /** The cosine of the hour of the day, UTC. */
    HOUR_COSINE,
    /** The sine of the hour of the day, UTC. */
    HOUR_SINE;

    /** Changes with the order or the meaning of the features. */
    public static final int VERSION = 1;

    /** The number of features. */
    public static final int COUNT = values().length;

    /** The column in a matrix. */
    @SuppressWarnings("EnumOrdinal") // VERSION changes with it
    public int column() {
        return ordinal();
    }

    /** The name in files: lower case, words separated by underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
