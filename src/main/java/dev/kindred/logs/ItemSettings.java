package dev.kindred.logs;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.Item;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How to read a catalog.
 *
 * @param format {@link ItemFormat#AUTO} to detect it
 * @param columns name of a column in the file, or path of a field in JSON or XML, by its name in our own format;
 *     {@code attr.NAME} for an attribute
 * @param currency of prices that do not tell theirs, as an ISO 4217 code
 * @param decimal what separates the decimals of a price, a point or a comma; empty to find it out
 * @param categorySeparator between the steps of a category in the file; {@link Item#STEP} separates them in the
 *     catalog
 * @param zone of times without one
 * @param asOfMs the update time of items that have none, in epoch milliseconds
 * @param rules for ids
 */
public record ItemSettings(
        ItemFormat format,
        Map<String, String> columns,
        Optional<String> currency,
        Optional<Character> decimal,
        String categorySeparator,
        ZoneId zone,
        long asOfMs,
        IntakeSettings rules) {

    /** Between the steps of a category, with blanks around it or without. */
    public static final String STEP = Item.STEP.strip();

    public ItemSettings {
        for (String column : columns.keySet()) {
            if (ItemColumn.named(column).isEmpty() && !isAttribute(column)) {
                throw new IllegalArgumentException("unknown column " + column + " to map: choose from "
                        + Arrays.stream(ItemColumn.values())
                                .map(ItemColumn::title)
                                .collect(Collectors.joining(", "))
                        + ", attr.NAME");
            }
        }
        columns = new LinkedHashMap<>(columns);
        currency = currency.map(code -> code.toUpperCase(Locale.ROOT));
        currency.ifPresent(ItemSettings::checkCurrency);
        if (categorySeparator.isBlank()) {
            throw new IllegalArgumentException("the separator of categories must not be blank");
        }
    }

    private static boolean isAttribute(String name) {
        return name.startsWith(ItemShape.ATTRIBUTE) && name.length() > ItemShape.ATTRIBUTE.length();
    }

    private static void checkCurrency(String code) {
        try {
            Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the currency must be an ISO 4217 code, for example EUR, got " + code, e);
        }
    }

    /** Settings without special wishes. */
    public static ItemSettings asOf(long asOfMs) {
        return asOf(asOfMs, IntakeSettings.DEFAULT);
    }

    /** Settings without special wishes, but with the rules of a stream. */
    public static ItemSettings asOf(long asOfMs, IntakeSettings rules) {
        return new ItemSettings(
                ItemFormat.AUTO, Map.of(), Optional.empty(), Optional.empty(), STEP, ZoneOffset.UTC, asOfMs, rules);
    }

    /** The same settings for another format. */
    ItemSettings of(ItemFormat other) {
        return new ItemSettings(other, columns, currency, decimal, categorySeparator, zone, asOfMs, rules);
    }
}
