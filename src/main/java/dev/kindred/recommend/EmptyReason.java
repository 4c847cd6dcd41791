package dev.kindred.recommend;

/**
 * The reason why a list is empty. If popular items are left out for different reasons, the last of these in declaration
 * order is reported.
 */
public enum EmptyReason {
    /** The matrix has no popular item. */
    NOTHING_KNOWN("no item is popular yet"),
    /** The catalog hides them all. */
    HIDDEN("every popular item is hidden or withdrawn"),
    /** The user has them, or the query excludes them. */
    EXCLUDED("every popular item is excluded"),
    /** Too few users have them to tell anybody. */
    FEW_USERS("every popular item has fewer users than privacy.minimum.support"),
    /** Too few users have them for the scenario. */
    MINIMUM_SUPPORT("no popular item has the minimum support of the scenario"),
    /** The filter rejects all, and one that got this far is not available. */
    OUT_OF_STOCK("no popular item that passes the filter is in stock"),
    /** The filter accepts none. */
    FILTER("no popular item passes the filter"),
    /** Popular items qualify, but the scenario does not use them. */
    NO_STRATEGY("no strategy of the scenario finds an item for this user"),
    /** The user has not given the consent of the scenario. */
    CONSENT("the user has not given the consent that the scenario requires");

    private final String sentence;

    EmptyReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as a sentence. */
    public String sentence() {
        return sentence;
    }
}
