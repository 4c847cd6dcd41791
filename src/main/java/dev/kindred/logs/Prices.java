package dev.kindred.logs;

import dev.kindred.intake.Decimals;
import dev.kindred.model.Price;
import java.text.Normalizer;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parses prices as people and feeds write them: {@code 9.50 EUR}, {@code EUR 9.50}, {@code 9,50 €}, {@code
 * 1,299.00}, {@code 1.299,00}, {@code 1'299.00}.
 *
 * <p>Nothing is guessed. A sign that several currencies use, such as {@code $}, needs a currency beside it: in the text,
 * in a column, or the default. With two separators the last one is decimal. A single one before three digits is decimal
 * if it is the point of a bare number, and separates thousands if it is a comma there; beside a currency, where people
 * write both, the default must say which is decimal.
 */
final class Prices {

    private static final Pattern WORDS =
            Pattern.compile("([^\\d.,+-]*(?:(?<=\\p{L})[.]\\s*)?)([+-]?[.,]?\\d.*?)(?:[.,][-–—]{1,2})?([^\\d]*)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,' ]*\\d");
    private static final Pattern INTEGER = Pattern.compile(
            "\\d*|\\d{1,3}([.,' ])\\d{3}(\\1\\d{3})*|\\d{1,2}([,])(\\d\\d,)*\\d{3}"); // also Indian groups
    private static final String ISO = "[A-Z]{3}";

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.startsWith("X") || code.matches("XAF|XCD|XCG|XOF|XPF"))
            .collect(Collectors.toUnmodifiableSet());

    /** The currencies of signs and of words other than ISO codes. */
    private static final Map<String, Set<String>> SIGNS = signs(
            "€ EUR; euro EUR; euros EUR; £ GBP; ₽ RUB; руб RUB; ₹ INR; ₩ KRW; ₺ TRY; ₴ UAH; ₪ ILS; ₫ VND; đ VND; ฿ THB;"
                    + " ₦ NGN; ₱ PHP; ₸ KZT; zł PLN; zl PLN; kč CZK; ft HUF; lei RON; лв BGN; us$ USD; a$ AUD; au$ AUD;"
                    + " c$ CAD; ca$ CAD; nz$ NZD; hk$ HKD; s$ SGD; sg$ SGD; nt$ TWD; r$ BRL; mx$ MXN; cn¥ CNY; rmb CNY;"
                    + " jp¥ JPY; 円 JPY; 元 CNY HKD TWD; ¥ CNY JPY; kr DKK ISK NOK SEK; rs INR LKR MUR NPR PKR SCR;"
                    + " fr CHF DJF GNF KMF RWF XAF XOF XPF; sfr CHF;"
                    + " $ ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD NIO NZD SBD SGD"
                    + " SRD TTD TWD USD UYU XCD");

    private final Optional<String> byDefault;
    private final Optional<Character> decimal;
    private final boolean commas;

    /**
     * A parser.
     *
     * @param byDefault the currency of prices that do not tell theirs
     * @param decimal the separator of decimals; empty to find it out
     * @param commas whether a bare number may have a decimal comma, because commas do not separate the columns
     */
    Prices(Optional<String> byDefault, Optional<Character> decimal, boolean commas) {
        this.byDefault = byDefault;
        this.decimal = decimal;
        this.commas = commas;
    }

    private static Map<String, Set<String>> signs(String table) {
        Map<String, Set<String>> signs = new HashMap<>();
        for (String row : table.split("; *", -1)) {
            String[] words = row.strip().split(" ", 2);
            signs.put(words[0], Set.of(words[1].split(" ", -1)));
        }
        return Map.copyOf(signs);
    }

    /**
     * The price.
     *
     * @param text the amount, perhaps with its currency
     * @param currency its currency; empty if only the text tells it
     * @throws RejectedLineException if one of them cannot be read, or they contradict each other
     */
    Price parse(String text, String currency) throws RejectedLineException {
        String shown = RejectedLineException.shown(text);
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\u2019\u02bc`_]", "'")
                .strip();
        Set<String> told = currency.isBlank() ? Set.of() : codes(currency.strip());
        if (told.isEmpty() && !currency.isBlank()) {
            throw new RejectedLineException(
                    "currency " + RejectedLineException.shown(currency) + " is no ISO 4217 code such as EUR");
        }
        OptionalDouble bare = scientific(plain);
        if (bare.isPresent()) {
            return price(bare.getAsDouble(), one(told, shown), shown);
        }
        Matcher words = WORDS.matcher(plain);
        if (!words.matches() || !NUMBER.matcher(words.group(2)).matches()) {
            throw new RejectedLineException("price " + shown + " is no price such as 9.50 EUR");
        }
        Set<String> codes = told;
        String beside = words.group(1) + " " + words.group(3);
        for (String word : beside.strip().split("\\s+", -1)) {
            codes = word.isEmpty() ? codes : both(codes, word, shown);
        }
        boolean isBare = beside.isBlank();
        return price(amount(words.group(2), isBare, shown), one(codes, shown), shown);
    }

    /** As programs write great numbers; they never have separators of thousands. */
    private static OptionalDouble scientific(String text) {
        return text.indexOf('e') > 0 || text.indexOf('E') > 0 ? Decimals.parse(text) : OptionalDouble.empty();
    }

    private static Price price(double amount, String currency, String shown) throws RejectedLineException {
        Optional<String> problem = Price.problem(amount, currency);
        if (problem.isPresent()) {
            throw new RejectedLineException("price " + shown + ": " + problem.get());
        }
        return new Price(amount, currency);
    }

    /** The currencies that a word may stand for; none for other words. */
    private static Set<String> codes(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (upper.matches(ISO) && CODES.contains(upper)) {
            return Set.of(upper);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String sign = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return SIGNS.getOrDefault(sign, Set.of());
    }

    /** The currencies that a word and all before it may stand for. */
    private static Set<String> both(Set<String> codes, String word, String shown) throws RejectedLineException {
        Set<String> own = codes(word);
        if (own.isEmpty()) {
            throw new RejectedLineException("price " + shown + " is no price such as 9.50 EUR");
        }
        Set<String> common = new HashSet<>(own);
        if (!codes.isEmpty()) {
            common.retainAll(codes);
        }
        if (common.isEmpty()) {
            throw new RejectedLineException("price " + shown + " names another currency than its field currency");
        }
        return common;
    }

    private String one(Set<String> codes, String shown) throws RejectedLineException {
        if (codes.size() == 1) {
            return codes.iterator().next();
        }
        if (byDefault.isPresent() && (codes.isEmpty() || codes.contains(byDefault.get()))) {
            return byDefault.get();
        }
        throw new RejectedLineException("price " + shown
                + (codes.isEmpty() ? " has no currency" : " has the sign of several currencies")
                + ": name its currency in a column, or with --currency");
    }

    private double amount(String text, boolean isBare, String shown) throws RejectedLineException {
        boolean isNegative = text.startsWith("-");
        String digits = text.replaceFirst("^[+-]", "");
        int point = decimalPosition(digits, isBare, shown);
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        if (!INTEGER.matcher(whole).matches() || !fraction.matches("\\d*")) {
            throw new RejectedLineException("price " + shown + " is no price such as 9.50 EUR");
        }
        String number = whole.replaceAll("\\D", "") + "." + fraction;
        return Double.parseDouble(isNegative ? "-" + number : number);
    }

    /** The position of the separator of decimals; -1 if there are no decimals. */
    private int decimalPosition(String digits, boolean isBare, String shown) throws RejectedLineException {
        if (decimal.isPresent()) {
            return digits.lastIndexOf(decimal.get());
        }
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0 || (point >= 0 && comma >= 0)) {
            return last;
        }
        char separator = digits.charAt(last);
        if (digits.indexOf(separator) < last) {
            return -1; // it occurs more than once
        }
        boolean mayBeThousands =
                digits.length() - last == 4 && digits.substring(0, last).matches("[1-9]\\d{0,2}");
        if (!mayBeThousands) {
            return last;
        }
        if (isBare && separator == '.') {
            return last;
        }
        if (isBare && !commas) {
            return -1;
        }
        throw new RejectedLineException("price " + shown + " may be " + digits.replace(String.valueOf(separator), "")
                + " or a little more than " + digits.substring(0, last) + ": give --decimal");
    }
}
