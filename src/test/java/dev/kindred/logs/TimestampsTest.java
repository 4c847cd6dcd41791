package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {

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
        "2017-11-24T17:21, 2017-11-24T17:21:00Z"
    })
    void understandsSecondsMillisecondsAndIso(String text, Instant expected) {
        assertThat(Timestamps.parse(text)).hasValue(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "1511544070000000",
                "99999999999999999999999999",
                "1e400",
                "NaN",
                "2017-11-24",
                "24.11.2017 17:21:10",
                "2017-13-24T17:21:10Z",
                "1969-12-31T23:59:59Z",
                "2017-11-24T17:21:10 nowhere"
            })
    void refusesWhatItCannotTell(String text) {
        assertThat(Timestamps.parse(text)).isEqualTo(OptionalLong.empty());
    }
}
