package dev.kindred.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.model.RawItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
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
    void rejectsIdsThatEventsCannotHave() {
        assertThat(validator.problem("a\u0000b", item("a\u0000b"))).hasValue("its id holds a control character");
        assertThat(validator.problem("x".repeat(11), item("x".repeat(11)))).hasValue("its id is longer than 10 bytes");
    }

    @Test
    void rejectsAnItemUnderAnotherKey() {
        assertThat(validator.problem("cup", item("tea"))).hasValue("its id is not its key");
    }

    private static RawItem raw(String id, OptionalDouble price, String currency, long publishedMs, long updatedMs) {
        return new RawItem(
                id,
                " Tea ",
                "",
                List.of("Home", " Home", " "),
                List.of("hot", "", "hot"),
                "\tLeaf",
                price,
                currency,
                "",
                Map.of(),
                true,
                false,
                OptionalLong.of(publishedMs),
                updatedMs);
    }

    private static RawItem priced(double price, String currency) {
        return raw("tea", OptionalDouble.of(price), currency, 0, 0);
    }

    private static RawItem of(String id, long publishedMs, long updatedMs) {
        return raw(id, OptionalDouble.empty(), "", publishedMs, updatedMs);
    }

    @Test
    void trimsAcceptedItems() {
        RawItem tea = priced(2.5, " EUR ");

        assertThat(validator.check(tea)).isEmpty();
        assertThat(ItemValidator.accepted(tea))
                .isEqualTo(new Item(
                        "tea",
                        "Tea",
                        "",
                        List.of("Home"),
                        Set.of("hot"),
                        "Leaf",
                        Optional.of(new Price(2.5, "EUR")),
                        "",
                        Map.of(),
                        true,
                        false,
                        OptionalLong.of(0),
                        0));
    }

    @Test
    void reportsTheBrokenRule() {
        assertThat(validator.check(of("", 0, 0)))
                .hasValue(new Rejection(RejectionReason.INVALID_ITEM, "itemId is empty"));
        assertThat(validator.check(priced(Double.NaN, "EUR")))
                .hasValue(new Rejection(
                        RejectionReason.INVALID_PRICE, "price: amount must be finite and not negative, got NaN"));
        assertThat(validator.check(priced(1, " ")))
                .hasValue(new Rejection(RejectionReason.INVALID_PRICE, "price: currency must not be empty"));
        assertThat(validator.check(of("tea", -1, 0)))
                .hasValue(new Rejection(RejectionReason.INVALID_TIME, "publishedMs must not be before 1970, got -1"));
        assertThat(validator.check(of("tea", 0, -1)))
                .hasValue(new Rejection(RejectionReason.INVALID_TIME, "updatedMs must not be before 1970, got -1"));
    }
}
