package dev.kindred.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemberCursorTest {

    private static final List<String> USERS =
            List.of("", "ada", "a/b?c=d&e", "\u00e9\u4e2d", "\ud83d\ude00", "x".repeat(500));

    private static MemberCursor random(RandomGenerator random) {
        return new MemberCursor(
                random.nextInt(1000), random.nextLong(1L << 48), USERS.get(random.nextInt(USERS.size())));
    }

    @RandomTest
    void isReadAsItWasWritten(RandomGenerator random) {
        for (int i = 0; i < 100; i++) {
            MemberCursor cursor = random(random);

            assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
            assertThat(MemberCursor.parse(cursor.text())).isEqualTo(cursor);
        }
    }

    @RandomTest
    void everyTextHasAtMostOneReading(RandomGenerator random) {
        for (int i = 0; i < 1000; i++) {
            String text = damaged(random(random).text(), random);
            try {
                assertThat(MemberCursor.parse(text).text()).isEqualTo(text);
            } catch (QueryException.InvalidCursor e) {
                assertThat(e).hasMessageStartingWith("cursor must be what an answer named as next");
            }
        }
    }

    /** Something else in the place of one byte, before or after it was written in characters. */
    private static String damaged(String text, RandomGenerator random) {
        if (random.nextBoolean()) {
            int at = random.nextInt(text.length());
            return text.substring(0, at) + (char) random.nextInt(32, 127) + text.substring(at + random.nextInt(2));
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "next",
                "AQAAAAAAAAAAAAAAAA==", // the start, with padding
                "AgAAAAAAAAAAAAAAAA", // version 2
                "Af____8AAAAAAAAAAA", // partition -1
                "AQAAAAD__________w", // entries -1
                "AQAAAAB__________w", // more entries than there can be
                "AQAAAAAAAAAAAAAAAP8", // no UTF-8 in the place of the user
            })
    void refusesInvalidTexts(String text) {
        assertThatThrownBy(() -> MemberCursor.parse(text)).isInstanceOf(QueryException.InvalidCursor.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQAAAAAAAAAAAAAAAA"})
    void beginsAtTheStart(String text) {
        assertThat(MemberCursor.START.text()).isEqualTo(text);
    }
}
