package dev.kindred.feedback;

/**
 * Outcomes, as sums: those of parts add up to those of the whole, in any order.
 *
 * @param impressions items shown, each once in a list
 * @param clicks of these, items clicked or viewed
 * @param carts of these, items put into the cart
 * @param purchases of these, items bought
 * @param revenue paid for them, in ten-thousandths of the shop's main currency, so that sums are exact
 * @param lists lists of which an item was shown
 * @param clickedLists of these, lists with a click
 * @param boughtLists of these, lists with a purchase
 * @param revenueSquares the sum of the squared revenue of each list, in squares of the currency
 * @param users those to whom the lists were shown, each once a day
 */
public record OutcomeSums(
        long impressions,
        long clicks,
        long carts,
        long purchases,
        long revenue,
        long lists,
        long clickedLists,
        long boughtLists,
        double revenueSquares,
        long users) {

    /** Nothing. */
    public static final OutcomeSums NONE = new OutcomeSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final double UNITS = 10_000; // of revenue in the currency

    static OutcomeSums ofItem(boolean clicked, boolean carted, boolean bought, long revenue) {
        return new OutcomeSums(1, bit(clicked), bit(carted), bit(bought), revenue, 0, 0, 0, 0, 0);
    }

    static OutcomeSums ofList(boolean clicked, boolean bought, long revenue, boolean isFirstOfUser) {
        double amount = revenue / UNITS;
        return new OutcomeSums(0, 0, 0, 0, 0, 1, bit(clicked), bit(bought), amount * amount, bit(isFirstOfUser));
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }

    static long units(double amount) {
        return Math.round(amount * UNITS);
    }

    /** An amount in the shop's main currency. */
    static double amount(long units) {
        return units / UNITS;
    }

    /** The revenue in the shop's main currency. */
    public double amount() {
        return amount(revenue);
    }

    /** The sum. */
    public OutcomeSums plus(OutcomeSums other) {
        return plus(other, 1);
    }

    /** The difference. */
    OutcomeSums minus(OutcomeSums other) {
        return plus(other, -1);
    }

    private OutcomeSums plus(OutcomeSums other, int sign) {
        return new OutcomeSums(
                impressions + sign * other.impressions,
                clicks + sign * other.clicks,
                carts + sign * other.carts,
                purchases + sign * other.purchases,
                revenue + sign * other.revenue,
                lists + sign * other.lists,
                clickedLists + sign * other.clickedLists,
                boughtLists + sign * other.boughtLists,
                revenueSquares + sign * other.revenueSquares,
                users + sign * other.users);
    }
}
