package dev.kindred.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.ranking.StatisticsKey.Kind;
import org.junit.jupiter.api.Test;

class StatisticsKeyTest {

    private static final StatisticsKey KEY = new StatisticsKey(Kind.RANKER, "home/b", "features-1-29", 3_600_000, -3);

    @Test
    void isReadFromItsText() {
        assertThat(KEY.text()).isEqualTo("ranker|home/b|features-1-29|3600000|-3");
        assertThat(StatisticsKey.parse(KEY.text())).isEqualTo(KEY);
        assertThat(KEY.recordKey(7)).startsWith(KEY.prefix()).endsWith("|-3|7");
    }

    @Test
    void refusesOtherTexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatisticsKey.parse("ranker|home"))
                .withMessageContaining("5 parts");
    }
}
