package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {

    private static final Timestamps UTC = new Timestamps(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "1511544070, 2017-11-24T17:21:10Z",
        "1511544070000, 2017-11-24T17:21:10Z",
        "1511544070123, 2017-11-24T17:21:10.123Z",
        "1511544070.5, 2017-11-24T17:21:10.500Z",
        "1511544070000.0, 2017-11-24T17:21:10Z",
        "0, 1970-01-01T00:00:00Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "2017-11-24T17:21:10Z, 2017-11-24T17:21:10Z",
        "2017-11-24T17:21:10.25Z, 2017-11-24T17:21:10.250Z",
        "2017-11-24T18:21:10+01:00, 2017-11-24T17:21:10Z",
        "2017-11-24T18:21:10+0100, 2017-11-24T17:21:10Z",
        "2017-11-24T18:21:10+01, 2017-11-24T17:21:10Z",
        "2017-11-24T17:21:10, 2017-11-24T17:21:10Z",
        "2017-11-24 17:21:10, 2017-11-24T17:21:10Z",
        "2017-11-24 17:21:10 UTC, 2017-11-24T17:21:10Z",
        "2017-11-24T17:21, 2017-11-24T17:21:00Z",
        "2017-11-24, 2017-11-24T00:00:00Z",
        "2024-02-29T12:00:00Z, 2024-02-29T12:00:00Z",
        "2025-10-09 24:00:00, 2025-10-10T00:00:00Z",
        "2025-10-09T08:53:20.1234567Z, 2025-10-09T08:53:20.123Z",
        "2025-10-09 08:53:20.123 Europe/Berlin, 2025-10-09T06:53:20.123Z",
        "2025-03-30T02:30:00 Europe/Berlin, 2025-03-30T01:30:00Z",
        "1511544070123456, 2017-11-24T17:21:10.123Z",
        "1511544070123456789, 2017-11-24T17:21:10.123Z",
        "1.76E+09, 2025-10-09T08:53:20Z"
    })
    void understandsNumbersAndIso(String text, Instant expected) throws Timestamps.NoTimeException {
        assertThat(UTC.parse(text)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "99999999999999999999999999",
                "1e400",
                "NaN",
                "24.11.2017 17:21:10",
                "1969-12-31T23:59:59Z",
                "2017-11-24T17:21:10 nowhere"
            })
    void refusesInvalidTimes(String text) {
        assertThatThrownBy(() -> UTC.parse(text))
                .isInstanceOf(Timestamps.NoTimeException.class)
                .hasMessageStartingWith("is neither");
    }

    @ParameterizedTest
    @CsvSource({
        "20251009, looks like the date 2025-10-09 in digits",
        "20251009.0, looks like the date 2025-10-09 in digits",
        "202510090853, looks like the date 2025-10-09 in digits",
        "20251009085320, looks like the date 2025-10-09 in digits",
        "45939.37037, 'looks like a day of a spreadsheet, 2025-10-09'",
        "45939, 'looks like a day of a spreadsheet, 2025-10-09'",
        "2023-02-29T12:00:00Z, names a day that does not exist",
        "2017-13-24T17:21:10Z, names a day that does not exist",
        "2025-04-31, names a day that does not exist",
        "2025-04-31T10:00:00Z, names a day that does not exist"
    })
    void guessesWhatAnUnreadableTimeIs(String text, String guess) {
        assertThatThrownBy(() -> UTC.parse(text)).hasMessageStartingWith(guess);
    }

    @Test
    void takesTimesWithoutAZoneInItsOwn() throws Timestamps.NoTimeException {
        Timestamps berlin = new Timestamps(ZoneId.of("Europe/Berlin"));

        assertThat(berlin.parse("2017-11-24T17:21:10"))
                .isEqualTo(Instant.parse("2017-11-24T16:21:10Z").toEpochMilli());
        assertThat(berlin.parse("2017-11-24"))
                .isEqualTo(Instant.parse("2017-11-23T23:00:00Z").toEpochMilli());
        assertThat(berlin.parse("2017-11-24T17:21:10Z"))
                .isEqualTo(Instant.parse("2017-11-24T17:21:10Z").toEpochMilli());
    }
}
