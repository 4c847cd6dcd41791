package dev.kindred.model;

import java.util.Optional;

/**
 * The price of an item.
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

    /** The broken rule of a price; empty if it is valid. */
    public static Optional<String> problem(double amount, String currency) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            return Optional.of("amount must be finite and not negative, got " + amount);
        }
        return currency.isEmpty() ? Optional.of("currency must not be empty") : Optional.empty();
    }
}
