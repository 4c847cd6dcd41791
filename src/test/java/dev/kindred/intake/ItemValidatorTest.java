package dev.kindred.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.model.RawItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void limitsTheLengthOfEveryText() {
        String atMost = "x".repeat(1_000);

        assertThat(validator.check(of(atMost, List.of(atMost), "", Map.of(atMost, "x".repeat(10_000)))))
                .isEmpty();
        assertThat(detail(of(atMost + "x", List.of(), "", Map.of())))
                .isEqualTo("title must be texts of at most 1000 characters");
        assertThat(detail(of("", List.of(atMost + "x"), "", Map.of())))
                .isEqualTo("categories must be texts of at most 1000 characters");
        assertThat(detail(of("", List.of(), "", Map.of("color", "x".repeat(10_001)))))
                .isEqualTo("attributes must be texts of at most 10000 characters");
        assertThat(detail(of("", Collections.nCopies(1_001, "x"), "", Map.of())))
                .isEqualTo("categories must be at most 1000, got 1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,x",
                "file:/x"
            })
    void rejectsUrlsThatABrowserWouldRun(String url) {
        assertThat(detail(of("", List.of(), url, Map.of()))).startsWith("imageUrl must be a URL of the scheme http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://cdn.example/a:b.png",
                "HTTP://cdn.example/",
                "//cdn.example/x",
                "/tea.png",
                "tea.png"
            })
    void acceptsUrlsOfPictures(String url) {
        assertThat(validator.check(of("", List.of(), url, Map.of()))).isEmpty();
    }

    private String detail(RawItem item) {
        return validator.check(item).orElseThrow().detail();
    }

    private static RawItem of(String title, List<String> categories, String imageUrl, Map<String, String> attributes) {
        return new RawItem(
                "tea",
                title,
                "",
                categories,
                List.of(),
                "",
                OptionalDouble.empty(),
                "",
                imageUrl,
                attributes,
                true,
                false,
                OptionalLong.empty(),
                0);
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
                        0,
                        false));
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
