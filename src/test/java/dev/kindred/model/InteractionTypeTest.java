package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InteractionTypeTest {

    @ParameterizedTest
    @CsvSource({"BROWSE, 1", "CLICK, 2", "FAVORITE, 4", "CART, 8", "PURCHASE, 16", "RATING, 32", "DISLIKE, 64"})
    void keepsTheBitThatIsStored(InteractionType type, int bit) {
        assertThat(type.bit()).isEqualTo(bit);
        assertThat(type.isIn(bit)).isTrue();
        assertThat(type.isIn(127 - bit)).isFalse();
    }
}
