package dev.kindred.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemFilterTest {

    private static final long NOW = 1_700_000_000_000L;

    /** Sold for ten days. */
    private static final Item KETTLE = new Item(
            "kettle-1",
            "Kettle",
            "Boils water.",
            List.of("Home > Kitchen > Tea", "Gifts"),
            Set.of("sale", "steel"),
            "Acme",
            Optional.of(new Price(49.9, "EUR")),
            "",
            Map.of("color", "red"),
            true,
            false,
            OptionalLong.of(NOW - Duration.ofDays(10).toMillis()),
            NOW,
            false);

    /** All that is known of it is that it exists. */
    private static final Item BARE = new Item(
            "bare",
            "",
            "",
            List.of(),
            Set.of(),
            "",
            Optional.empty(),
            "",
            Map.of(),
            false,
            false,
            OptionalLong.empty(),
            0,
            false);

    private static final List<String> TRUE = List.of(
            "price < 50",
            "price <= 49.9",
            "price > 49",
            "price >= 49.9",
            "price = 49.9",
            "price != 50",
            "brand = 'ACME'",
            "brand != 'Bolt'",
            "brand in ('Bolt', \"acme\")",
            "Currency = \"EUR\"",
            "tag = 'sale'",
            "tag in ('new', 'steel')",
            "tag != 'new'",
            "category under 'Home > Kitchen'",
            "category under 'home>kitchen>tea'",
            "category under ('Garden', 'Gifts')",
            "category = 'Home > Kitchen > Tea'",
            "category != 'Garden'",
            "attribute 'color' = 'red'",
            "item = 'kettle-1'",
            "newer than 11 d",
            "newer than 2 weeks",
            "older than 239.5 h",
            "older than 1 week",
            "in_stock");

    private static final List<String> FALSE = List.of(
            "price < 49.9",
            "price > 49.9",
            "price != 49.9",
            "brand = 'Bolt'",
            "brand != 'acme'",
            "brand in ('Bolt')",
            "tag = 'new'",
            "tag != 'sale'",
            "category under 'Home > Kit'",
            "category under 'Kitchen'",
            "category under 'Home > Kitchen > Tea > Green'",
            "category = 'Home > Kitchen'",
            "attribute 'size' = 'red'",
            "attribute 'size' != 'red'",
            "newer than 10 d",
            "older than 241 h");

    @Test
    void acceptsAMatchingItem() {
        assertThat(TRUE).allMatch(text -> ItemFilter.parse(text).accepts(KETTLE, NOW));
        assertThat(FALSE).noneMatch(text -> ItemFilter.parse(text).accepts(KETTLE, NOW));
    }

    @Test
    void rejectsItemsThatLackTheValue() {
        assertThat(Stream.concat(TRUE.stream(), FALSE.stream()).filter(text -> !text.startsWith("item")))
                .noneMatch(text -> ItemFilter.parse(text).accepts(BARE, NOW))
                .noneMatch(text -> ItemFilter.parse(text).accepts(Optional.empty(), NOW))
                .allMatch(text -> ItemFilter.parse("not " + text).accepts(BARE, NOW));
    }

    @RandomTest(seeds = 20)
    void joinsAsLogicDoes(RandomGenerator random) {
        for (int i = 0; i < 50; i++) {
            Said said = said(random, 4);
            ItemFilter filter = ItemFilter.parse(said.text);

            assertThat(filter.accepts(KETTLE, NOW)).as(said.text).isEqualTo(said.ofKettle);
            assertThat(filter.accepts(Optional.of(KETTLE), NOW)).as(said.text).isEqualTo(said.ofKettle);
            assertThat(filter.accepts(Optional.empty(), NOW)).as(said.text).isEqualTo(said.ofUnknown);
        }
    }

    /** An expression and its expected result. */
    private record Said(String text, boolean ofKettle, boolean ofUnknown) {

        Said in(String before, String after) {
            return new Said(before + text + after, ofKettle, ofUnknown);
        }
    }

    private static Said said(RandomGenerator random, int deepest) {
        int kind = deepest == 0 ? 0 : random.nextInt(4);
        if (kind == 0) {
            boolean holds = random.nextBoolean();
            List<String> from = holds ? TRUE : FALSE;
            return new Said(from.get(random.nextInt(from.size())), holds, false);
        }
        Said first = said(random, deepest - 1).in("(", ")");
        if (kind == 1) {
            return new Said("NOT " + first.text, !first.ofKettle, !first.ofUnknown);
        }
        Said second = said(random, deepest - 1).in("( ", " )");
        return kind == 2
                ? new Said(
                        first.text + " and " + second.text,
                        first.ofKettle && second.ofKettle,
                        first.ofUnknown && second.ofUnknown)
                : new Said(
                        first.text + "\nor " + second.text,
                        first.ofKettle || second.ofKettle,
                        first.ofUnknown || second.ofUnknown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "brnd = 'a'                       | at character 1: there is no brnd; did you mean brand?",
                "in_stock and weather = 'fine'    | at character 14: there is no weather; there is attribute brand"
                        + " category currency in_stock item newer older price tag",
                "price < cheap                    | at character 9: expected a number, such as 9.99, got cheap",
                "price in (1, 2)                  | at character 7: expected one of < <= > >= = !=, got in",
                "brand == 'a'                     | at character 7: expected one of = != in, got ==",
                "brand under 'a'                  | at character 7: expected one of = != in, got under",
                "brand = Acme                     | at character 9: expected a text in quotes, got acme",
                "brand = ' '                      | at character 9: the text is empty; nothing is ever equal to it",
                "brand in ('a' 'b')               | at character 15: expected ), got the text \"b\"",
                "brand = 'a                       | at character 9: the text that begins here has no closing '",
                "newer than 3 moons               | at character 14: expected one of the units h, d and w, got moons",
                "newer 3 d                        | at character 7: expected than, got 3",
                "older than 9000 w                | at character 12: the time is longer than 100 years",
                "in_stock && price < 5            | at character 10: expected the end, got &&",
                "in_stock and                     | at character 13: expected one of attribute brand category"
                        + " currency in_stock item newer older price tag, got the end",
                "(in_stock                        | at character 10: expected \"and\", \"or\" or ), got the end",
                "in_stock)                        | at character 9: expected the end, got )",
                "in_stock price < 5               | at character 10: expected the end, got price",
                "brand = “a”                      | at character 9: unexpected “; texts stand in \"...\" or '...'",
                "in_stock or price < 5 and in_stock | at character 23: \"and\" meets \"or\"; put parentheses around"
                        + " what belongs together",
                "in_stock and price < 5 or in_stock | at character 24: \"and\" meets \"or\"; put parentheses around"
                        + " what belongs together",
            })
    void reportsPositionAndCure(String text, String problem) {
        assertThatThrownBy(() -> ItemFilter.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "in_stock and (", "not (in_stock or "})
    void isNotLedIntoTheDeep(String step) {
        assertThatThrownBy(() -> ItemFilter.parse(step.repeat(100)))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("nested deeper than 50 times");
    }

    @Test
    void refusesTooLongTextsAndTooGreatNumbers() {
        assertThatThrownBy(() -> ItemFilter.parse("in_stock".repeat(1000)))
                .hasMessageContaining("the expression is longer than 2000 characters");
        assertThatThrownBy(() -> ItemFilter.parse("price < " + "9".repeat(400)))
                .hasMessage("at character 9: the number is too great");
    }

    @RandomTest(seeds = 20)
    void eitherReadsATextOrRefusesItClearly(RandomGenerator random) {
        for (int i = 0; i < 500; i++) {
            String text = nonsense(random);
            try {
                ItemFilter.parse(text).accepts(KETTLE, NOW);
            } catch (ExpressionException e) {
                assertThat(e.position()).as(text).isBetween(1, text.length() + 1);
                assertThat(e).as(text).hasMessageStartingWith("at character " + e.position() + ": ");
            }
        }
    }

    /** Words of the language in any order, with some characters that are changed, doubled or left out. */
    private static String nonsense(RandomGenerator random) {
        List<String> words = List.of(
                "and",
                "or",
                "not",
                "(",
                ")",
                ",",
                "price",
                "<",
                "!=",
                "=",
                "5",
                "0.5",
                "brand",
                "in",
                "'a'",
                "\"b > c\"",
                "category",
                "under",
                "newer",
                "than",
                "3",
                "d",
                "in_stock",
                "attribute",
                "tag",
                "é",
                "\u0000",
                "猫",
                "😀");
        StringBuilder text = new StringBuilder(random.ints(random.nextInt(12), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(random.nextBoolean() ? " " : "")));
        for (int changes = random.nextInt(3); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, text.charAt(at));
                default -> text.setCharAt(at, (char) random.nextInt(0x2100));
            }
        }
        return text.toString();
    }

    @Test
    void acceptsEverythingWhereNothingIsWritten() {
        assertThat(ItemFilter.parse(" ")).isEqualTo(ItemFilter.everything());
        assertThat(ItemFilter.everything().accepts(BARE, NOW)).isTrue();
        assertThat(ItemFilter.everything().accepts(Optional.empty(), NOW)).isTrue();
    }

    @Test
    void isEqualWhenWrittenAlike() {
        assertThat(ItemFilter.parse("price < 5"))
                .isEqualTo(ItemFilter.parse("price < 5"))
                .hasSameHashCodeAs(ItemFilter.parse("price < 5"))
                .isNotEqualTo(ItemFilter.parse("price < 6"))
                .hasToString("price < 5");
    }

    @Test
    void readsTimesByThemselves() {
        assertThat(TimeSpan.parse("90 d")).isEqualTo(Duration.ofDays(90));
        assertThat(TimeSpan.parse("12h")).isEqualTo(Duration.ofHours(12));
        assertThatThrownBy(() -> TimeSpan.parse("90 d or so")).hasMessage("at character 6: expected the end, got or");
    }
}
