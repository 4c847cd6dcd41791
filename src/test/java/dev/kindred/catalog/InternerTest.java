package dev.kindred.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InternerTest {

    @Test
    void givesTheFirstOfEqualOnes() {
        Interner<String> interner = new Interner<>(2);
        String first = interner.intern(new String("tea"));

        assertThat(interner.intern(new String("tea"))).isSameAs(first);
    }

    @Test
    void beginsAnewWhereItWouldGrowWithoutBound() {
        Interner<String> interner = new Interner<>(2);
        String first = interner.intern(new String("tea"));
        interner.intern("cup");

        interner.intern("pot");

        assertThat(interner.intern(new String("tea"))).isNotSameAs(first).isEqualTo(first);
    }
}
