package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellKeyTest {

    /** Short ids of few letters, so that many are beginnings of others. */
    private static String id(RandomGenerator random) {
        String[] letters = {"a", "b", " ", "é", "猫", "😀"};
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> letters[random.nextInt(letters.length)])
                .collect(Collectors.joining());
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    @RandomTest
    void readsTheKeyThatWasWritten(RandomGenerator random) {
        CellKey key = new CellKey(id(random), id(random));

        CellKey read = CellKey.fromBytes(key.toBytes());

        assertThat(read).isEqualTo(key);
    }

    @RandomTest(seeds = 200)
    void beginsWithThePrefixOfItsUserOnly(RandomGenerator random) {
        CellKey key = new CellKey(id(random), id(random));
        String user = random.nextBoolean() ? id(random) : key.userId();

        boolean hasPrefix = startsWith(key.toBytes(), CellKey.prefixOf(user));

        assertThat(hasPrefix).isEqualTo(user.equals(key.userId()));
    }

    @Test
    void isWrittenAsEver() {
        byte[] bytes = new CellKey("ann", "té").toBytes();

        assertThat(bytes).containsExactly('a', 'n', 'n', 0, 't', 0xc3, 0xa9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "\0tea", "ann\0", "\0"})
    void refusesBytesThatAreNotAKey(String key) {
        assertThatThrownBy(() -> CellKey.fromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user, 0x00 and item");
    }
}
