package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UserKeyTest {

    /** SHA-256 of "abc" is ba7816bf 8f01cfea …: FIPS 180-2, appendix B.1. */
    @Test
    void isTheBeginningOfTheIdsSha256() {
        assertThat(UserKey.of("abc")).isEqualTo(0xba7816bf8f01cfeaL);
    }

    @Test
    void differsFromUserToUser() {
        assertThat(UserKey.of("ann")).isNotEqualTo(UserKey.of("bob"));
    }
}
