package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "12345678", " ", "a b", "ä猫", "😀😀", "\u00a0", "\uffff"})
    void acceptsOrdinaryAndUnusualIds(String id) {
        assertThat(Ids.problem(id, 8)).isEmpty();
    }

    @Test
    void refusesAnEmptyId() {
        assertThat(Ids.problem("", 8)).contains("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "猫猫猫", "😀😀!"}) // 9 bytes each
    void measuresIdsInBytes(String id) {
        assertThat(Ids.problem(id, 8)).contains("is longer than 8 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\n", "\u007f", "\u0085"})
    void refusesControlCharacters(String id) {
        assertThat(Ids.problem(id, 8)).contains("holds a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud83d", "\ude00a", "\ude00\ud83d"})
    void refusesUnpairedSurrogates(String id) {
        assertThat(Ids.problem(id, 8)).contains("holds an unpaired surrogate");
    }
}
