package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.testing.RandomTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemReaderTest {

    private static final long NOW_MS = 1_700_000_000_000L;

    /** With everything that an item can have. */
    private static final Item TENT = new Item(
            "tent-1",
            "Tent, \"dome\"",
            "For two.\nLight.",
            List.of("Outdoors > Tents", "Gifts"),
            Set.of("dome", "new"),
            "Northpeak",
            Optional.of(new Price(199.5, "EUR")),
            "https://shop.example/tent.jpg",
            Map.of("Color", "blue", "weight", "2"),
            false,
            true,
            OptionalLong.of(1_600_000_000_000L),
            1_650_000_000_000L,
            false);

    private final Path directory;

    ItemReaderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private List<LogLine<Item>> read(String... lines) throws IOException {
        try (ItemReader reader = ItemReader.open(Logs.write(directory, "items", lines), NOW_MS)) {
            return reader.stream().toList();
        }
    }

    private static LogLine<Item> accepted(long line, Item item) {
        return new LogLine.Accepted<>(line, item);
    }

    private static Item untold(String id) {
        return new Item(
                id,
                "",
                "",
                List.of(),
                Set.of(),
                "",
                Optional.empty(),
                "",
                Map.of(),
                true,
                false,
                OptionalLong.empty(),
                NOW_MS,
                false);
    }

    private static String reason(LogLine<Item> line) {
        return ((LogLine.Rejected<Item>) line).reason();
    }

    @Nested
    final class OfATable {

        @Test
        void readsAllThatAnItemCanHave() throws IOException {
            List<LogLine<Item>> items = read(
                    "title,Item_ID,description,categories,tags,brand,price,currency,image_url,attr.Color,attributes,"
                            + "available,hidden,published,updated",
                    "\"Tent, \"\"dome\"\"\",tent-1,\"For two.",
                    "Light.\",Outdoors > Tents | Gifts|,new|dome,Northpeak,199.5,EUR,https://shop.example/tent.jpg,"
                            + "blue,\"{\"\"weight\"\": 2}\",no,TRUE,1600000000,1650000000000");

            assertThat(items).containsExactly(accepted(2, TENT));
        }

        @Test
        void hasTheDefaultsOfTheSchema() throws IOException {
            assertThat(read("item_id", "tent")).containsExactly(accepted(2, untold("tent")));
            assertThat(read("item_id,price,available,published,tags", "", "tent,,,,"))
                    .containsExactly(accepted(3, untold("tent")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '\u0001',
                value = {
                    ",1,EUR,yes,; itemId is empty",
                    "tent,1,EUR,yes; line has 4 fields instead of 5",
                    "tent,1,EUR,yes,\"; line has a quote that is not closed",
                })
        void rejectsALineWithItsReasonAndGoesOn(String line, String reason) throws IOException {
            List<LogLine<Item>> items =
                    read("item_id,price,currency,available,published", line, "stove,1,EUR,yes,1600000000");

            assertThat(items).hasSize(2);
            assertThat(reason(items.get(0))).startsWith(reason);
            assertThat(items.get(1)).isInstanceOf(LogLine.Accepted.class);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '\u0001',
                value = {
                    "cheap,EUR,yes,; price 'cheap' is no price",
                    "-1,EUR,yes,; price '-1': amount must be finite and not negative, got -1",
                    "1,,yes,; price '1' has no currency",
                    "1,points,yes,; currency 'points' is no ISO 4217 code",
                    ",,maybe,; available 'maybe' is neither yes, no",
                    ",,yes,yesterday; published 'yesterday' is neither epoch seconds",
                    ",,yes,2023-02-29; published '2023-02-29' names a day that does not exist"
                })
        void keepsAnItemWithoutAFieldThatCannotBeRead(String fields, String reason) throws IOException {
            List<LogLine<Item>> items = read("item_id,price,currency,available,published", "tent," + fields);

            LogLine.Accepted<Item> line = (LogLine.Accepted<Item>) items.get(0);
            assertThat(line.content()).isEqualTo(untold("tent"));
            assertThat(line.losses()).hasSize(1);
            assertThat(line.losses().get(0)).startsWith(reason);
        }

        @ParameterizedTest
        @CsvSource({"'NULL,NULL,\\N,None'", "'-,-,,-'", "'NaN,,undefined,n/a'"})
        void takesWordsForAMissingValueAsAbsent(String fields) throws IOException {
            assertThat(read("item_id,price,currency,available,published", "tent," + fields))
                    .containsExactly(accepted(2, untold("tent")));
        }

        @Test
        void takesAQuoteWithinAFieldForALetter() throws IOException {
            List<LogLine<Item>> items = read("item_id,title", "a,17\" screen", "b,19\" screen");

            assertThat(items).hasSize(2).allMatch(line -> line instanceof LogLine.Accepted);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "item_id,titel; there is no column 'titel': did you mean title?",
                    "item_id,color; name the column attr.NAME to keep it as an attribute",
                    "id,title; there is no column 'id'",
                    "title,brand; does not name the column item_id",
                    "item_id,title,title; names a column twice"
                })
        void refusesAHeaderThatItDoesNotUnderstand(String header, String reason) {
            assertThatThrownBy(() -> read(header, "a,b,c"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(reason);
        }

        @Test
        void refusesAFileWithoutText() {
            assertThatThrownBy(() -> read("", " ")).hasMessage("it has no line of text");
        }

        /** A twin that knows which fields it quoted: however lines break within them, every record comes back. */
        @RandomTest
        void readsQuotedFields(RandomGenerator random) throws IOException {
            List<String> titles = new ArrayList<>();
            StringBuilder text = new StringBuilder("item_id,title,brand\n");
            for (int i = 0; i < 50; i++) {
                String title = "t" + text(random) + "t"; // blanks around a field do not count
                titles.add(title);
                text.append("item-" + i + ",\"" + title.replace("\"", "\"\"") + "\",\"x\"\n");
            }
            Path file = Files.writeString(directory.resolve("quoted.csv"), text);

            try (ItemReader reader = ItemReader.open(file, NOW_MS)) {
                assertThat(reader.stream()
                                .map(line -> ((LogLine.Accepted<Item>) line)
                                        .content()
                                        .title()))
                        .isEqualTo(titles);
            }
        }

        private static String text(RandomGenerator random) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append("a\",\n ".charAt(random.nextInt(5)));
            }
            return text.toString();
        }
    }

    @Nested
    final class OfJson {

        @Test
        void readsAllThatAnItemCanHave() throws IOException {
            List<LogLine<Item>> items = read(
                    "{\"itemId\":\"tent-1\",\"title\":\"Tent, \\\"dome\\\"\",\"description\":\"For two.\\nLight.\","
                            + "\"categories\":[\"Outdoors > Tents\",\"Gifts\"],\"tags\":[\"new\",\"dome\"],"
                            + "\"brand\":\"Northpeak\",\"price\":{\"amount\":199.5,\"currency\":\"EUR\"},"
                            + "\"imageUrl\":\"https://shop.example/tent.jpg\","
                            + "\"attributes\":{\"Color\":\"blue\",\"weight\":2},\"available\":false,\"hidden\":true,"
                            + "\"publishedMs\":1600000000000,\"updatedMs\":1650000000000}");

            assertThat(items).containsExactly(accepted(1, TENT));
        }

        @Test
        void takesANumberAsAnIdByItsText() throws IOException {
            assertThat(read("{\"itemId\":7}", "{\"itemId\":1.50}", "{\"itemId\":12345678901234567890}"))
                    .containsExactly(
                            accepted(1, untold("7")),
                            accepted(2, untold("1.50")),
                            accepted(3, untold("12345678901234567890")));
        }

        @Test
        void rejectsOnlyTheLineIfTheFirstIsInvalid() throws IOException {
            List<LogLine<Item>> items = read("{\"itemId\":\"t\"," + " ".repeat(70_000) + "}", "{\"itemId\":\"last\"}");

            assertThat(reason(items.get(0))).isEqualTo("line is longer than 65536 bytes");
            assertThat(items.subList(1, 2)).containsExactly(accepted(2, untold("last")));
        }

        @Test
        void appliesTheLimitsOfTheStream() throws IOException {
            Path file = Logs.write(
                    directory, "items", "{\"itemId\":\"abc\"}", "{\"itemId\":\"abcd\"}", "{\"itemId\":\"?\"}");
            IntakeSettings rules = new IntakeSettings(3, Duration.ZERO, Instant.EPOCH, List.of("?"));

            try (ItemReader reader = ItemReader.open(file, ItemSettings.asOf(NOW_MS, rules))) {
                assertThat(reader.stream().map(line -> line instanceof LogLine.Accepted))
                        .containsExactly(true, false, false);
            }
        }

        @Test
        void takesNullForLeftOut() throws IOException {
            assertThat(read("", "{\"itemId\":\"tent\",\"price\":null,\"tags\":null,\"title\":null,\"available\":null}"))
                    .containsExactly(accepted(2, untold("tent")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '\u0001',
                value = {
                    "{\"itemId\":\"t\"; line is not JSON",
                    "[]; line is no JSON object",
                    "{\"title\":\"Tent\"}; itemId is empty",
                    "{\"itemId\":true}; itemId is no text",
                    "{\"itemId\":\"t\",\"title\":7}; title is no text",
                    "{\"itemId\":\"t\",\"itemId\":\"u\"}; line is not JSON",
                    "{\"itemId\":\"t\",\"titel\":\"x\"}; there is no field 'titel': did you mean title?",
                })
        void rejectsALineWithItsReasonAndGoesOn(String line, String reason) throws IOException {
            List<LogLine<Item>> items = read("{\"itemId\":\"first\"}", line, "{\"itemId\":\"last\"}");

            assertThat(items).hasSize(3).element(2).isEqualTo(accepted(3, untold("last")));
            assertThat(reason(items.get(1))).startsWith(reason);
        }
    }

    /** Each of our own JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "{\"itemId\":\"t\",\"tags\":\"x\"}; tags is no list",
                "{\"itemId\":\"t\",\"tags\":[1]}; tags holds what is no text",
                "{\"itemId\":\"t\",\"price\":5}; price is no object of amount and currency",
                "{\"itemId\":\"t\",\"price\":{\"currency\":\"EUR\"}}; price has no number as amount",
                "{\"itemId\":\"t\",\"price\":{\"amount\":-1,\"currency\":\"EUR\"}}; price: amount must be finite",
                "{\"itemId\":\"t\",\"attributes\":{\"a\":[]}}; attributes holds a list or an object",
                "{\"itemId\":\"t\",\"hidden\":\"no\"}; hidden is neither true nor false",
                "{\"itemId\":\"t\",\"publishedMs\":1.5}; publishedMs is no whole number",
                "{\"itemId\":\"t\",\"updatedMs\":-1}; updatedMs must not be before 1970"
            })
    void keepsAnObjectWithoutAFieldThatCannotBeRead(String line, String reason) throws IOException {
        LogLine.Accepted<Item> item = (LogLine.Accepted<Item>) read(line).get(0);

        assertThat(item.content()).isEqualTo(untold("t"));
        assertThat(item.losses()).hasSize(1);
        assertThat(item.losses().get(0)).startsWith(reason);
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path file = Files.write(directory.resolve("items.csv.gz"), Logs.gzip("item_id\ntent\n"));

        try (ItemReader reader = ItemReader.open(file, NOW_MS)) {
            assertThat(reader.stream()).containsExactly(accepted(2, untold("tent")));
        }
    }

    @Test
    void readsAllItemsOfAFile() throws IOException {
        Path file = Logs.write(
                directory,
                "items.csv",
                "item_id,title,categories",
                "1,\"Heat, the film\",Crime|Drama",
                "2,Untitled,",
                "3,Alien, Horror | Space |");

        assertThat(ItemReader.readAll(file, 0))
                .containsExactly(
                        Item.of("1", "Heat, the film", List.of("Crime", "Drama")),
                        Item.of("2", "Untitled", List.of()),
                        Item.of("3", "Alien", List.of("Horror", "Space")));
    }

    @Test
    void readsNoItemsOfAFileWithALineThatIsNone() throws IOException {
        Path file = Logs.write(directory, "items.csv", "item_id,categories", "1,Crime", ",Drama");

        assertThatThrownBy(() -> ItemReader.readAll(file, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("line 3", "itemId");
    }
}
