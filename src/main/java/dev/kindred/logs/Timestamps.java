package dev.kindred.logs;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Parses the times of logs: epoch seconds, epoch milliseconds or ISO-8601.
 *
 * <p>A number below 10<sup>11</sup> is seconds (up to the year 5138), a larger one milliseconds (from March 1973 on),
 * so that no option is
 * needed. A date and time without a zone are taken as UTC. A blank may replace the T.
 */
final class Timestamps {

    private static final long FIRST_MILLISECONDS = 100_000_000_000L;
    private static final long PAST_MILLISECONDS = 1000 * FIRST_MILLISECONDS;
    private static final int MAX_NUMBER_LENGTH = 30;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][xxx][xx][x][VV]")
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /** Epoch milliseconds, not before 1970; empty if the text has none of the three forms, or other units. */
    static OptionalLong parse(String text) {
        OptionalLong whole = wholeNumber(text);
        return whole.isPresent() ? inMilliseconds(whole.getAsLong()) : decimalOrIso(text);
    }

    /** Whether the text has digits only, few enough for a long: avoids the cost of an exception for other texts. */
    private static OptionalLong wholeNumber(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            number = 10 * number + digit;
        }
        return OptionalLong.of(number);
    }

    private static OptionalLong inMilliseconds(long number) {
        if (number >= PAST_MILLISECONDS) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(number < FIRST_MILLISECONDS ? 1000 * number : number);
    }

    private static OptionalLong decimalOrIso(String text) {
        return text.indexOf(':') < 0 ? decimal(text) : iso(text);
    }

    /** Seconds with a fraction, including whole numbers that a tool wrote as {@code 1600000000.0}. */
    private static OptionalLong decimal(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            return OptionalLong.empty();
        }
        try {
            double number = new BigDecimal(text).doubleValue();
            if (!(number >= 0 && number < PAST_MILLISECONDS)) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(Math.round(number < FIRST_MILLISECONDS ? 1000 * number : number));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong iso(String text) {
        try {
            TemporalAccessor parsed = ISO.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            ZonedDateTime time = parsed instanceof ZonedDateTime zoned
                    ? zoned
                    : LocalDateTime.from(parsed).atZone(ZoneOffset.UTC);
            long milliseconds = time.toInstant().toEpochMilli();
            return milliseconds < 0 ? OptionalLong.empty() : OptionalLong.of(milliseconds);
        } catch (DateTimeException | ArithmeticException notATime) {
            return OptionalLong.empty();
        }
    }
}
