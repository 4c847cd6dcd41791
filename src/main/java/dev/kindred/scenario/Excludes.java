package dev.kindred.scenario;

import dev.kindred.model.InteractionType;
import dev.kindred.model.Require;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * The user's own items that are not recommended.
 *
 * @param current whether the current item is excluded
 * @param seen whether every item of the user is excluded
 * @param disliked whether disliked items are excluded
 * @param purchasedWithin items purchased within this time are excluded: {@link #NEVER} excludes none, {@link #EVER} all
 */
public record Excludes(boolean current, boolean seen, boolean disliked, Duration purchasedWithin) {

    /** Purchased items are never excluded. */
    public static final Duration NEVER = Duration.ZERO;

    /** Purchased items are always excluded. */
    public static final Duration EVER = ChronoUnit.FOREVER.getDuration();

    /** Excludes the current item, and disliked or ever purchased items. */
    public static final Excludes USUAL = new Excludes(true, false, true, EVER);

    /** The words of a setting or a query parameter. */
    public static final List<String> WORDS = List.of("current", "purchased", "disliked", "seen");

    public Excludes {
        Require.that(!purchasedWithin.isNegative(), "purchasedWithin must not be negative", purchasedWithin);
    }

    /** Excludes from {@link #WORDS}; other words are ignored. */
    public static Excludes of(Collection<String> words) {
        return new Excludes(
                words.contains("current"),
                words.contains("seen"),
                words.contains("disliked"),
                words.contains("purchased") ? EVER : NEVER);
    }

    /** These excludes as words; any window for purchases gives {@code purchased}. */
    public List<String> words() {
        return WORDS.stream().filter(this::isSet).toList();
    }

    private boolean isSet(String word) {
        return switch (word) {
            case "current" -> current;
            case "purchased" -> !purchasedWithin.isZero();
            case "disliked" -> disliked;
            default -> seen;
        };
    }

    /**
     * Whether an item of the user is excluded for another reason than being current. The window of purchases is
     * measured from the item's last touch, because the time of the purchase is not stored; an item may stay excluded
     * longer than the window.
     *
     * @param types the types of event seen on it, as in {@link InteractionType#isIn}
     * @param touchedMs the time of the last touch, in epoch milliseconds
     * @param nowMs the time of the query, in epoch milliseconds
     */
    public boolean leavesOut(int types, long touchedMs, long nowMs) {
        return seen
                || (disliked && InteractionType.DISLIKE.isIn(types))
                || (InteractionType.PURCHASE.isIn(types) && isWithinWindow(nowMs - touchedMs));
    }

    private boolean isWithinWindow(long agoMs) {
        return purchasedWithin.equals(EVER)
                || (!purchasedWithin.isZero() && Duration.ofMillis(agoMs).compareTo(purchasedWithin) < 0);
    }
}
