package dev.kindred.recommend;

/**
 * Why a list is empty. The later one is the closer to a list: where popular items are left out for different reasons, the
 * last of these reasons is given.
 */
public enum EmptyReason {
    /** The matrix has no popular item. */
    NOTHING_KNOWN("no item is popular yet"),
    /** The catalog hides them all. */
    HIDDEN("every popular item is hidden or withdrawn"),
    /** The user has them, or the question leaves them out. */
    EXCLUDED("every popular item is excluded"),
    /** Too few users have them. */
    MINIMUM_SUPPORT("no popular item has the minimum support of the scenario"),
    /** The filter accepts none, and those that it refuses are not available. */
    OUT_OF_STOCK("no popular item that passes the filter is in stock"),
    /** The filter accepts none. */
    FILTER("no popular item passes the filter"),
    /** Popular items qualify, but the scenario does not ask for them. */
    NO_STRATEGY("no strategy of the scenario finds an item for this user");

    private final String sentence;

    EmptyReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason for people. */
    public String sentence() {
        return sentence;
    }
}
