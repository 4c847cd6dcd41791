package dev.kindred.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItemValidatorTest {

    private final ItemValidator validator =
            new ItemValidator(new IntakeSettings(10, Duration.ofHours(1), Instant.EPOCH));

    private static Item item(String id) {
        return Item.of(id, "Tea", List.of());
    }

    @Test
    void acceptsAnItemUnderItsId() {
        assertThat(validator.problem("tea", item("tea"))).isEmpty();
    }

    @Test
    void refusesIdsThatNoEventMayHave() {
        assertThat(validator.problem("a\u0000b", item("a\u0000b"))).hasValue("its id holds a control character");
        assertThat(validator.problem("x".repeat(11), item("x".repeat(11)))).hasValue("its id is longer than 10 bytes");
    }

    @Test
    void refusesAnItemThatItsKeyCouldNotRemove() {
        assertThat(validator.problem("cup", item("tea"))).hasValue("its id is not its key");
    }
}
