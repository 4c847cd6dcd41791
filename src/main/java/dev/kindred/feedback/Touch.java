package dev.kindred.feedback;

import dev.kindred.model.InteractionType;

/**
 * An interaction that may be the success of a list.
 *
 * @param timeMs in epoch milliseconds
 * @param revenue paid, in the units of {@link OutcomeSums#revenue}
 * @param list the key of the list that it names; empty if it names none of this deployment
 */
public record Touch(String itemId, InteractionType type, long timeMs, long revenue, String list) {

    /** The amount paid, in the shop's main currency. */
    public double amount() {
        return OutcomeSums.amount(revenue);
    }
}
