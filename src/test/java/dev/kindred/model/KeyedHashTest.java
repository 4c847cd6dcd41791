package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedHashTest {

    /** RFC 4231, test case 2. */
    @Test
    void isTheHmacOfTheStandard() {
        assertThat(KeyedHash.withSecret("Jefe").of("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c7");
    }

    @Test
    void differsBySecret() {
        assertThat(KeyedHash.random().of("ann")).isNotEqualTo(KeyedHash.random().of("ann"));
        assertThat(KeyedHash.random().of(7)).isNotEqualTo(KeyedHash.random().of(7));
    }
}
