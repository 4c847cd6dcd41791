package dev.kindred.model;

/**
 * What an item costs.
 *
 * @param amount in whole units of the currency, not negative, finite
 * @param currency its ISO 4217 code, for example EUR
 */
public record Price(double amount, String currency) {

    public Price {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("amount must be finite and not negative, got " + amount);
        }
        if (currency.isEmpty()) {
            throw new IllegalArgumentException("currency must not be empty");
        }
    }
}
