package dev.kindred.lab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-7.5, -7.5, -7.5",
        "0.0123456, 0.01235, 0.01235",
        "999, 999, 999",
        "1500, '1,500', 1.5 k",
        "200000, '200,000', 200 k",
        "2500000, '2,500,000', 2.5 M",
        "4e9, '4,000,000,000', 4 G"
    })
    void areWrittenForPeople(double number, String plain, String tick) {
        assertThat(Numbers.plain(number)).isEqualTo(plain);
        assertThat(Numbers.tick(number)).isEqualTo(tick);
    }
}
