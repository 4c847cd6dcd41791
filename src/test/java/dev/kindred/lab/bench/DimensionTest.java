package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DimensionTest {

    private static final Size BASE = new Size(1, 2_000, 3, 4);

    @ParameterizedTest
    @EnumSource
    void growsAndLeavesTheRestAlone(Dimension dimension) {
        int[] before = {BASE.users(), BASE.items(), BASE.history(), BASE.audience()};
        Size grown = dimension.grown(BASE, 1_234);
        int[] after = {grown.users(), grown.items(), grown.history(), grown.audience()};

        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += before[i] == after[i] ? 0 : 1;
        }
        assertThat(changed).isEqualTo(1);
        assertThat(after).contains(1_234);
    }

    @ParameterizedTest
    @EnumSource
    void isMeasuredFromSmallToLarge(Dimension dimension) {
        assertThat(dimension.sizes()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    @Test
    void isFoundByName() {
        assertThat(Dimension.named("audience")).isEqualTo(Dimension.AUDIENCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.named("depth"))
                .withMessage("unknown dimension depth: choose one of users, items, history, audience");
    }
}
