package dev.kindred.model;

import java.util.Optional;

/**
 * What an item costs.
 *
 * @param amount in whole units of the currency, not negative, finite
 * @param currency its ISO 4217 code, for example EUR
 */
public record Price(double amount, String currency) {

    public Price {
        problem(amount, currency).ifPresent(rule -> {
            throw new IllegalArgumentException(rule);
        });
    }

    /** Says what is wrong with the parts of a price, if anything is. */
    public static Optional<String> problem(double amount, String currency) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            return Optional.of("amount must be finite and not negative, got " + amount);
        }
        return currency.isEmpty() ? Optional.of("currency must not be empty") : Optional.empty();
    }
}
