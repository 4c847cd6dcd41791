package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Price;
import dev.kindred.testing.RandomTest;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PricesTest {

    private static final Prices PRICES = new Prices(Optional.empty(), Optional.empty(), false);

    private static Price price(String text) throws RejectedLineException {
        return PRICES.parse(text, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "9.50 EUR; 9.5; EUR",
                "EUR 9.50; 9.5; EUR",
                "9.50EUR; 9.5; EUR",
                "eur9.50; 9.5; EUR",
                "9,50 €; 9.5; EUR",
                "9,50\u00a0€; 9.5; EUR",
                "€9.50; 9.5; EUR",
                "€ 9; 9; EUR",
                "9,- €; 9; EUR",
                "CHF 1'299.-; 1299; CHF",
                "1’299.00 CHF; 1299; CHF",
                "1.299,00 EUR; 1299; EUR",
                "1,299.00 USD; 1299; USD",
                "$1,299.00 USD; 1299; USD",
                "USD $9.50; 9.5; USD",
                "US$9.50; 9.5; USD",
                "R$ 1.299,90; 1299.9; BRL",
                "1 299,00 zł; 1299; PLN",
                "1\u202f299,00 €; 1299; EUR",
                "₹1,29,900.00; 129900; INR",
                "1.234.567 EUR; 1234567; EUR",
                "￥1000 JPY; 1000; JPY",
                "1,000円; ; ",
                "£9; 9; GBP",
                "9,00 kr. DKK; 9; DKK",
                "Rs.1,299.00 INR; 1299; INR",
                "0,125 EUR; 0.125; EUR",
                "0 EUR; 0; EUR",
                ".50 EUR; 0.5; EUR",
                "9.999999 EUR; 9.999999; EUR"
            })
    void readsAmountAndCurrency(String text, Double amount, String currency) throws RejectedLineException {
        if (amount == null) {
            assertThatThrownBy(() -> price(text)).hasMessageContaining("may be 1000 or a little more than 1");
        } else {
            assertThat(price(text)).isEqualTo(new Price(amount, currency));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "$9.50; USD; 9.5",
                "$9.50; cad; 9.5",
                "kr 9,50; SEK; 9.5",
                "¥1000; CNY; 1000",
                "9.50; €; 9.5",
                "1,299; EUR; 1299",
                "1.299; EUR; 1.299",
                "19.125; EUR; 19.125",
                "1e3; EUR; 1000",
                "1_299.00; EUR; 1299"
            })
    void takesTheCurrencyOfAColumn(String text, String currency, double amount) throws RejectedLineException {
        assertThat(PRICES.parse(text, currency).amount()).isEqualTo(amount);
        assertThat(PRICES.parse(text, currency).currency()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "$9.50; price '$9.50' has the sign of several currencies",
                "¥1000; price '¥1000' has the sign of several currencies",
                "9.50; price '9.50' has no currency",
                "1.299 EUR; price '1.299 EUR' may be 1299 or a little more than 1: give --decimal",
                "9.50-12.50 EUR; price '9.50-12.50 EUR' is no price",
                "from 9.50 EUR; price 'from 9.50 EUR' is no price",
                "10f EUR; price '10f EUR' is no price",
                "0x1p4; price '0x1p4' is no price",
                "1,2,3 EUR; price '1,2,3 EUR' is no price",
                "1.29.99 EUR; price '1.29.99 EUR' is no price",
                "-1 EUR; price '-1 EUR': amount must be finite and not negative",
                "9.50 EUR USD; price '9.50 EUR USD' names another currency",
                "9.50 €/kg; price '9.50 €/kg' is no price",
                "Infinity; price 'Infinity' is no price",
                "EUR; price 'EUR' is no price",
                "9.50 XXX; price '9.50 XXX' is no price"
            })
    void guessesNothing(String text, String reason) {
        assertThatThrownBy(() -> price(text))
                .isInstanceOf(RejectedLineException.class)
                .hasMessageStartingWith(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"9.50 EUR; USD", "$9.50; EUR", "€9.50; CHF"})
    void refusesACurrencyThatContradictsTheColumn(String text, String currency) {
        assertThatThrownBy(() -> PRICES.parse(text, currency)).hasMessageContaining("names another currency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"9.50; AUD", "$9.50; AUD", "9.50 EUR; EUR", "€9.50; EUR", "US$9.50; USD"})
    void usesTheDefaultWhereNothingElseTells(String text, String currency) throws RejectedLineException {
        Prices australian = new Prices(Optional.of("AUD"), Optional.empty(), false);

        assertThat(australian.parse(text, "")).isEqualTo(new Price(9.5, currency));
    }

    /** German programs write decimals with a comma, and a semicolon between columns. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1,299; ,; 1.299", "1,299; .; 1299", "1.299; ,; 1299", "1.299; .; 1.299"})
    void isToldWhichSeparatorIsDecimal(String text, char decimal, double amount) throws RejectedLineException {
        assertThat(new Prices(Optional.of("EUR"), Optional.of(decimal), true)
                        .parse(text, "")
                        .amount())
                .isEqualTo(amount);
        assertThat(new Prices(Optional.empty(), Optional.of(decimal), true)
                        .parse(text + " EUR", "")
                        .amount())
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = "1,299")
    void doesNotGuessBetweenSemicolons(String text) {
        assertThatThrownBy(() -> new Prices(Optional.of("EUR"), Optional.empty(), true).parse(text, ""))
                .hasMessageContaining("--decimal");
    }

    /** However a country writes an amount with two decimals, and wherever the currency stands, it is read back. */
    @RandomTest
    void readsWhatCountriesWrite(RandomGenerator random) throws RejectedLineException {
        List<Locale> locales = List.of(
                Locale.US,
                Locale.GERMANY,
                Locale.FRANCE,
                new Locale.Builder().setLanguage("pl").setRegion("PL").build(),
                new Locale.Builder().setLanguage("de").setRegion("CH").build(),
                new Locale.Builder().setLanguage("pt").setRegion("BR").build(),
                new Locale.Builder().setLanguage("en").setRegion("IN").build());
        for (int i = 0; i < 200; i++) {
            long cents = random.nextLong(100_000_000L);
            Locale locale = locales.get(random.nextInt(locales.size()));
            String number =
                    new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale)).format(cents / 100.0);
            String currency = List.of("EUR", "USD", "CHF").get(random.nextInt(3));

            String text = random.nextBoolean() ? number + " " + currency : currency + number;

            assertThat(price(text)).as(text).isEqualTo(new Price(cents / 100.0, currency));
        }
    }
}
