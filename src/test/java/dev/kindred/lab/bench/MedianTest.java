package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MedianTest {

    @Test
    void isTheMiddleOne() {
        assertThat(Median.of(List.of(9, 1, 4), figure -> figure)).isEqualTo(4);
    }

    @Test
    void liesBetweenTheTwoMiddleOnes() {
        assertThat(Median.of(List.of(9, 1, 4, 5), figure -> figure)).isEqualTo(4.5);
    }

    @Test
    void needsAFigure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Median.of(List.<Integer>of(), figure -> figure))
                .withMessage("nothing was measured");
    }
}
