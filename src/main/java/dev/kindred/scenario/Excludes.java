package dev.kindred.scenario;

import dev.kindred.model.InteractionType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * Which of the user's own items are not recommended back.
 *
 * @param current the item at hand
 * @param seen whatever the user dealt with
 * @param disliked what the user disliked
 * @param purchasedWithin what the user purchased less than this ago; {@link #NEVER} leaves nothing out, {@link #EVER}
 *     everything that was ever purchased
 */
public record Excludes(boolean current, boolean seen, boolean disliked, Duration purchasedWithin) {

    /** Purchased items may be recommended again at once. */
    public static final Duration NEVER = Duration.ZERO;

    /** Purchased items are never recommended again. */
    public static final Duration EVER = ChronoUnit.FOREVER.getDuration();

    /** The item at hand, and what was disliked or ever purchased. */
    public static final Excludes USUAL = new Excludes(true, false, true, EVER);

    /** The words for the excludes of a setting or a question. */
    public static final List<String> WORDS = List.of("current", "purchased", "disliked", "seen");

    public Excludes {
        if (purchasedWithin.isNegative()) {
            throw new IllegalArgumentException("purchasedWithin must not be negative, got " + purchasedWithin);
        }
    }

    /** What some of the {@link #WORDS} say; others have no meaning. */
    public static Excludes of(Collection<String> words) {
        return new Excludes(
                words.contains("current"),
                words.contains("seen"),
                words.contains("disliked"),
                words.contains("purchased") ? EVER : NEVER);
    }

    /** These excludes in words; any window for purchases is the word for them. */
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
     * Whether an item of the user's is left out, apart from being the one at hand. Of a purchase the time is not remembered,
     * only that of the last touch, which is no earlier: in doubt an item stays out longer.
     *
     * @param types what the user did with it, as {@link InteractionType#isIn} reads it
     * @param touchedMs when that was last, in epoch milliseconds
     * @param nowMs the time of asking
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
