package dev.kindred.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import org.junit.jupiter.api.Test;

final class CellAddressTest {

    private static final CellKey KEY = new CellKey("änn", "té");

    private final ItemDictionary items = new ItemDictionary();

    @Test
    void namesTheNumberOfAKnownItem() {
        items.numberOf("cup");
        int tea = items.numberOf("té");

        CellAddress address = CellAddress.fromBytes(KEY.toBytes(), items);

        assertThat(address).isEqualTo(new CellAddress(UserKey.of("änn"), tea, ""));
        assertThat(CellAddress.of(KEY, items)).isEqualTo(address);
    }

    @Test
    void keepsTheIdOfANewItemAndAddsNone() {
        CellAddress address = CellAddress.fromBytes(KEY.toBytes(), items);

        assertThat(address).isEqualTo(new CellAddress(UserKey.of("änn"), ItemDictionary.NONE, "té"));
        assertThat(CellAddress.of(KEY, items)).isEqualTo(address);
        assertThat(items.size()).isZero();
    }

    @Test
    void refusesBytesThatAreNotAKey() {
        assertThatThrownBy(() -> CellAddress.fromBytes(new byte[] {'a'}, items))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user, 0x00 and item");
    }
}
