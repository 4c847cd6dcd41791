package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.RandomTest;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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

    @RandomTest
    void measuresAsTheEncoderDoes(RandomGenerator random) {
        String letters = "a\u0080\u07ff\u0800\uffff😀\ud83d\ude00";
        String id = random.ints(random.nextInt(1, 20), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;

        assertThat(Ids.problem(id, bytes - 1)).contains("is longer than " + (bytes - 1) + " bytes");
        assertThat(Ids.problem(id, bytes).orElse("")).doesNotContain("longer");
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
