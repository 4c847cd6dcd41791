package dev.kindred.logs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Parses the times of logs: epoch seconds, milliseconds, microseconds or nanoseconds, and ISO-8601 with or without time
 * and zone. Thread safe.
 *
 * <p>The size of a number tells its unit: seconds below 10<sup>11</sup> (up to the year 5138), milliseconds below
 * 10<sup>14</sup> (from March 1973 on), microseconds below 10<sup>17</sup>, then nanoseconds. Numbers that are a date
 * in digits ({@code 20251009}) or a day of a spreadsheet ({@code 45939.37}) are rejected with this guess, because as
 * seconds they would be in 1970. A date alone is its first moment. A blank may replace the T.
 */
final class Timestamps {

    /** A text is no time; the message is the broken rule. */
    static final class NoTimeException extends Exception {
        NoTimeException(String rule) {
            super(rule, null, false, false);
        }
    }

    private static final String RULE = "is neither epoch seconds, epoch milliseconds nor ISO-8601 from 1970 on";
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;
    private static final long FIRST_MICROSECONDS = 1000 * FIRST_MILLISECONDS;
    private static final long FIRST_NANOSECONDS = 1000 * FIRST_MICROSECONDS;
    private static final int MAX_NUMBER_LENGTH = 30;
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+]?\\d{1,2})?");
    private static final Pattern COMPACT = Pattern.compile(
            "(19[7-9]|20\\d|21\\d)\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])" + "(([01]\\d|2[0-3])[0-5]\\d([0-5]\\d)?)?");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][xxx][xx][x][VV]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final String MIDNIGHT_AT_END = "24:00"; // which the strict resolver refuses

    private final ZoneId zone;

    /** @param zone of times without one */
    Timestamps(ZoneId zone) {
        this.zone = zone;
    }

    /** Epoch milliseconds, not before 1970. */
    long parse(String text) throws NoTimeException {
        long whole = wholeNumber(text);
        if (whole >= 0) {
            return inMilliseconds(whole, text);
        }
        return text.length() <= MAX_NUMBER_LENGTH && NUMBER.matcher(text).matches() ? decimal(text) : iso(text);
    }

    /** The number if the text has digits only, few enough for a long; -1 for other texts, without an exception. */
    private static long wholeNumber(String text) {
        if (text.isEmpty() || text.length() > 19) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number; // negative beyond a long
    }

    private static long inMilliseconds(long number, String text) throws NoTimeException {
        if (number < FIRST_MILLISECONDS) {
            checkSeconds((double) number, text);
            return 1000 * number;
        }
        if (number < FIRST_MICROSECONDS) {
            if (COMPACT.matcher(text).matches()) {
                throw compact(text);
            }
            return number;
        }
        return number < FIRST_NANOSECONDS ? number / 1000 : number / 1_000_000;
    }

    private static void checkSeconds(double seconds, String text) throws NoTimeException {
        if (COMPACT.matcher(text).matches()) {
            throw compact(text);
        }
        if (seconds >= 20_000 && seconds < 80_000) {
            throw new NoTimeException("looks like a day of a spreadsheet, "
                    + LocalDate.of(1899, 12, 30).plusDays((long) seconds) + ": write it as ISO-8601");
        }
    }

    private static NoTimeException compact(String text) {
        return new NoTimeException("looks like the date " + text.substring(0, 4) + "-" + text.substring(4, 6) + "-"
                + text.substring(6, 8) + " in digits: write it as ISO-8601");
    }

    /** A number with a fraction or an exponent, including whole numbers that a tool wrote as {@code 1600000000.0}. */
    private static long decimal(String text) throws NoTimeException {
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(BigDecimal.valueOf(FIRST_MILLISECONDS)) < 0) {
            checkSeconds(number.doubleValue(), text.replaceFirst("\\.0*$", ""));
            return Math.round(number.doubleValue() * 1000);
        }
        BigInteger whole = number.toBigInteger();
        if (whole.bitLength() > 62) {
            throw new NoTimeException(RULE);
        }
        if (whole.longValue() < FIRST_MICROSECONDS) {
            return Math.round(number.doubleValue());
        }
        return inMilliseconds(whole.longValue(), whole.toString());
    }

    private long iso(String text) throws NoTimeException {
        int midnight = text.indexOf(MIDNIGHT_AT_END, 11) == 11 ? 1 : 0;
        String parsable = midnight == 0 ? text : text.substring(0, 11) + "00:00" + text.substring(16);
        try {
            TemporalAccessor parsed =
                    ISO.parseBest(parsable, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            ZonedDateTime time = zoned(parsed).plusDays(midnight);
            long milliseconds = time.toInstant().toEpochMilli();
            if (milliseconds < 0) {
                throw new NoTimeException(RULE);
            }
            return milliseconds;
        } catch (DateTimeException | ArithmeticException notATime) {
            throw new NoTimeException(text.matches("\\d{4}-\\d\\d-\\d\\d.*") ? noSuchDay(text) : RULE);
        }
    }

    private ZonedDateTime zoned(TemporalAccessor parsed) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned;
        }
        return parsed instanceof LocalDate date
                ? date.atStartOfDay(zone)
                : LocalDateTime.from(parsed).atZone(zone);
    }

    private static String noSuchDay(String text) {
        try {
            LocalDate.parse(text.substring(0, 10));
            return RULE;
        } catch (DateTimeException e) {
            return "names a day that does not exist";
        }
    }
}
