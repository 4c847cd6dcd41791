package dev.kindred.logs;

import static dev.kindred.logs.Logs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.logs.LogLine.Accepted;
import dev.kindred.logs.LogLine.Rejected;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as shops, trackers and public data sets write them; the lines are made up. */
final class ShopLogsTest {

    private static final String HEADER = "user_id,item_id,event_type,timestamp";
    private static final String EVENT = "u1,i1,view,1760000000";

    @TempDir
    private Path directory;

    /** The events of a file, one text per event: {@code user item TYPE milliseconds strength amount}. */
    private List<String> read(Path file, LogSettings settings) throws IOException {
        try (LogReader reader = LogReader.open(file, settings)) {
            return reader.stream().map(ShopLogsTest::shown).toList();
        }
    }

    private List<String> read(String... lines) throws IOException {
        return read(write(directory, "log", lines), LogSettings.of(LogFormat.AUTO));
    }

    private static String shown(LogLine<Interaction> line) {
        if (line instanceof Rejected<Interaction> bad) {
            return bad.reason();
        }
        Interaction event = ((Accepted<Interaction>) line).content();
        String amount = event.amount().isPresent() ? " " + event.amount().getAsDouble() : "";
        return event.userId() + " " + event.itemId() + " " + event.type() + " " + event.timestampMs() + " "
                + event.strength() + amount;
    }

    private static LogSettings mapped(Map<String, String> columns, Map<String, InteractionType> types) {
        return new LogSettings(
                LogFormat.AUTO, columns, types, ZoneOffset.UTC, IntakeSettings.DEFAULT, Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "::"})
    void findsTheSeparator(String separator) throws IOException {
        assertThat(read(HEADER.replace(",", separator), EVENT.replace(",", separator)))
                .containsExactly("u1 i1 BROWSE 1760000000000 1.0");
    }

    @Test
    void readsSpreadsheets() throws IOException {
        assertThat(read(
                        "\uFEFFuser_id;item_id;event_type;timestamp;strength\r",
                        "k-001;000123;purchase;2026-10-01 10:00:00;1,5\r"))
                .containsExactly("k-001 000123 PURCHASE 1790848800000 1.5");
        assertThat(read("sep=,\r", HEADER + "\r", EVENT + "\r")).containsExactly("u1 i1 BROWSE 1760000000000 1.0");
        assertThat(read("sep=;", HEADER.replace(',', ';'), EVENT.replace(',', ';')))
                .containsExactly("u1 i1 BROWSE 1760000000000 1.0");
    }

    @Test
    void readsFilesOfOldMacs() throws IOException {
        Path file = Files.writeString(directory.resolve("cr.csv"), HEADER + "\r" + EVENT + "\r" + EVENT + "\r");

        assertThat(read(file, LogSettings.of(LogFormat.AUTO)))
                .hasSize(2)
                .containsOnly("u1 i1 BROWSE 1760000000000 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16(String charset) throws IOException {
        String text = "\uFEFF" + HEADER + "\nzo\u00eb\uD83D\uDE00,i1,view,1760000000\n" + (EVENT + "\n").repeat(3000);
        Path file = Files.write(directory.resolve("utf16.csv"), text.getBytes(Charset.forName(charset)));

        assertThat(read(file, LogSettings.of(LogFormat.AUTO)))
                .hasSize(3001)
                .startsWith("zo\u00eb\uD83D\uDE00 i1 BROWSE 1760000000000 1.0", "u1 i1 BROWSE 1760000000000 1.0");
    }

    @Test
    void readsTheOnlyFileOfAZip() throws IOException {
        assertThat(read(zip("a.csv"), LogSettings.of(LogFormat.AUTO)))
                .containsExactly("u1 i1 BROWSE 1760000000000 1.0");
        assertThatThrownBy(() -> read(zip("a.csv", "b.csv"), LogSettings.of(LogFormat.AUTO)))
                .hasMessageContaining("more than one file: the next is 'b.csv'");
        assertThatThrownBy(() -> read(zip("[Content_Types].xml"), LogSettings.of(LogFormat.AUTO)))
                .hasMessage("is an Excel workbook: save it as CSV");
    }

    private Path zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((HEADER + "\n" + EVENT + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(directory.resolve("log.zip"), bytes.toByteArray());
    }

    @Test
    void saysWhatAFileIsThatItCannotRead() throws IOException {
        Path file = Files.writeString(directory.resolve("a.parquet"), "PAR1....");

        assertThatThrownBy(() -> LogReader.open(file, LogFormat.AUTO))
                .hasMessage("is a Parquet file: export it as CSV or JSON Lines");
    }

    @Test
    void readsPublicDataSets() throws IOException {
        assertThat(read("1::101::5::978300760", "1::102::3::978302109"))
                .containsExactly("1 101 RATING 978300760000 5.0", "1 102 RATING 978302109000 3.0");
        assertThat(read("7,2014-04-07T10:51:09.277Z,214536,0", "7,2014-04-07T10:54:46.998Z,214536,S"))
                .containsExactly("7 214536 CLICK 1396867869277 1.0", "7 214536 CLICK 1396868086998 1.0");
        assertThat(read("7,2014-04-06T18:44:58.314Z,214537,12.5,2"))
                .containsExactly("7 214537 PURCHASE 1396809898314 1.0 25.0");
        assertThat(read(
                        "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session",
                        "2019-10-01 00:00:00 UTC,view,44,21,,shiseido,35.79,u9,s1",
                        "2019-10-01 00:00:04 UTC,purchase,45,20,a.b,lenovo,251.74,u9,s1",
                        "2019-10-01 00:00:05 UTC,remove_from_cart,45,20,a.b,lenovo,251.74,u9,s1"))
                .containsExactly(
                        "u9 44 BROWSE 1569888000000 1.0",
                        "u9 45 PURCHASE 1569888004000 1.0 251.74",
                        "event_type 'remove_from_cart' is no known type of event");
        assertThat(read("t_dat,customer_id,article_id,price,sales_channel_id", "2018-09-20,c1,0663713001,0.05,2"))
                .containsExactly("c1 0663713001 PURCHASE 1537401600000 1.0");
        assertThat(read("A1ZX0000000001,0001388703,5.0,1387670400"))
                .containsExactly("A1ZX0000000001 0001388703 RATING 1387670400000 5.0");
        assertThat(read("0001388703,A1ZX0000000001,5.0,1387670400"))
                .containsExactly("A1ZX0000000001 0001388703 RATING 1387670400000 5.0");
        assertThat(read("user_id,parent_asin,rating,timestamp", "AFKZ,B07,4.0,1550000000123"))
                .containsExactly("AFKZ B07 RATING 1550000000123 4.0");
        assertThat(read("user_id:token\titem_id:token\trating:float\ttimestamp:float", "u1\ti1\t3.0\t978300760.0"))
                .containsExactly("u1 i1 RATING 978300760000 3.0");
        assertThat(read("user_id:token\titem_id:token\ttimestamp:float", "u1\ti1\t978300760"))
                .containsExactly("u1 i1 BROWSE 978300760000 1.0");
    }

    @Test
    void readsJsonLines() throws IOException {
        assertThat(read(
                        "{\"userId\":\"u1\",\"itemId\":39910,\"type\":\"CLICK\",\"timestampMs\":1760000000000}",
                        "{\"userId\":\"u1\",\"itemId\":\"i2\",\"type\":\"view_item\",\"timestampMs\":\"soon\"}",
                        "{\"events\":[{\"userId\":\"u1\",\"itemId\":\"i2\",\"type\":\"PURCHASE\","
                                + "\"timestampMs\":1760000100000,\"amount\":12.5}]}",
                        "{\"userId\":\"u1\",\"userId\":\"u2\"}"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("u1 39910 CLICK 1760000000000 1.0"),
                        second -> assertThat(second).startsWith("timestampMs must be a whole number"),
                        third -> assertThat(third).isEqualTo("u1 i2 PURCHASE 1760000100000 1.0 12.5"),
                        fourth -> assertThat(fourth).startsWith("line is not JSON: 'Duplicate"));
        assertThat(read("{\"reviewerID\":\"A1\",\"asin\":\"B0\",\"overall\":4.0,\"unixReviewTime\":1387670400}"))
                .containsExactly("A1 B0 RATING 1387670400000 4.0");
        assertThat(read("{\"user_id\":\"A1\",\"asin\":\"B0\",\"parent_asin\":\"B1\",\"rating\":4.0,"
                        + "\"timestamp\":1550000000123,\"title\":\"good\"}"))
                .containsExactly("A1 B1 RATING 1550000000123 4.0");
    }

    @Test
    void readsTrackers() throws IOException {
        assertThat(read(
                        "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"u1\",\"anonymousId\":\"a\","
                                + "\"timestamp\":\"2026-10-01T10:00:00.000Z\",\"properties\":{\"product_id\":\"p1\","
                                + "\"sku\":\"S\",\"price\":18.99}}",
                        "{\"type\":\"track\",\"event\":\"Order Completed\",\"anonymousId\":\"a\",\"messageId\":\"m\","
                                + "\"timestamp\":\"2026-10-01T10:10:00Z\",\"properties\":{\"total\":36,\"products\":["
                                + "{\"product_id\":\"p1\",\"price\":18.99,\"quantity\":1},"
                                + "{\"product_id\":\"p2\",\"price\":8.5,\"quantity\":2}]}}"))
                .containsExactly(
                        "u1 p1 BROWSE 1790848800000 1.0",
                        "a p1 PURCHASE 1790849400000 1.0 18.99",
                        "a p2 PURCHASE 1790849400000 1.0 17.0");
        assertThat(read("{\"event_name\":\"add_to_cart\",\"event_timestamp\":\"1760000000123456\","
                        + "\"user_pseudo_id\":\"1.2\",\"items\":[{\"item_id\":\"p1\",\"price\":3,\"quantity\":1}]}"))
                .containsExactly("1.2 p1 CART 1760000000123 1.0");
        assertThat(read("{\"client_id\":\"c\",\"timestamp_micros\":1760000000123456,\"events\":[{\"name\":\"purchase\","
                        + "\"params\":{\"items\":[{\"item_id\":\"p1\",\"price\":3,\"quantity\":2}]}}]}"))
                .containsExactly("c p1 PURCHASE 1760000000123 1.0 6.0");
        assertThat(read("{\"event\":\"view_item\",\"user_id\":\"u\",\"timestamp\":1760000000,"
                        + "\"ecommerce\":{\"items\":[{\"item_id\":\"p1\"}]}}"))
                .containsExactly("u p1 BROWSE 1760000000000 1.0");
    }

    @Test
    void readsListsAndObjectsOverSeveralLines() throws IOException {
        String event = "{\"userId\":\"u1\",\n\"itemId\":\"i1\",\"type\":\"CLICK\",\"timestampMs\":1760000000000}";

        assertThat(read("[" + event + ",\n" + event + "]")).hasSize(2).containsOnly("u1 i1 CLICK 1760000000000 1.0");
        assertThat(read("{", event.substring(1), event)).hasSize(2);
        String longLine = (event.replace("\n", "") + ",").repeat(2000);
        assertThat(read("[" + longLine.substring(0, longLine.length() - 1) + "]"))
                .hasSize(2000);
        assertThat(read("[" + event + ",", "oops"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("u1 i1"),
                        second -> assertThat(second).startsWith("line is not JSON"));
    }

    @Test
    void readsColumnsThatTheUserNames() throws IOException {
        Path table = write(
                directory, "a.csv", "when,customer_id,sku,action", "1760000000,c1,s1,looked", "1760000000,c1,s1,buy");
        Path plain = write(directory, "b.csv", "c1;s1;3;1760000000");
        Path json = write(directory, "c.jsonl", "{\"who\":{\"id\":7},\"sku\":\"s1\",\"do\":\"buy\",\"at\":1760000000}");

        assertThat(read(
                        table,
                        mapped(
                                Map.of(
                                        "user_id",
                                        "customer_id",
                                        "item_id",
                                        "sku",
                                        "event_type",
                                        "action",
                                        "timestamp",
                                        "when"),
                                Map.of("Looked", InteractionType.BROWSE))))
                .containsExactly("c1 s1 BROWSE 1760000000000 1.0", "c1 s1 PURCHASE 1760000000000 1.0");
        assertThat(read(
                        plain,
                        mapped(Map.of("user_id", "1", "item_id", "2", "strength", "3", "timestamp", "4"), Map.of())))
                .containsExactly("c1 s1 RATING 1760000000000 3.0");
        assertThat(read(
                        json,
                        mapped(
                                Map.of("user_id", "who.id", "item_id", "sku", "event_type", "do", "timestamp", "at"),
                                Map.of())))
                .containsExactly("7 s1 PURCHASE 1760000000000 1.0");
        assertThatThrownBy(() -> read(table, mapped(Map.of("user_id", "nobody"), Map.of())))
                .hasMessageContaining("has the columns when, customer_id, sku, action")
                .hasMessageContaining("--map cannot take user_id from nobody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "userId,itemId,eventType,timestamp / did you mean user_id by 'userId'",
                "userId,itemId,eventType,timestamp / --map user_id=userId,item_id=itemId,event_type=eventType",
                "user_id,item_id,event_type / does not name timestamp: it has the columns user_id, item_id, event_type",
                "user_id|item_id|event_type|time / (separator '|'); did you mean timestamp by 'time'? Then give --map"
                        + " timestamp=time",
                "order_id,product_id,add_to_cart_order,reordered / is Instacart's order_products",
                "order_id,user_id,eval_set,order_number,days_since_prior_order / is Instacart's orders"
            })
    void saysWhichColumnIsMeant(String header, String message) {
        assertThatThrownBy(() -> read(header, "u1,i1,view,1760000000"))
                .isInstanceOf(UnknownLogFormatException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "nan", "NaN", "None", "null", "\\N", "#N/A", "undefined", "NA", "n/a", "(null)"})
    void refusesWordsForAMissingId(String word) throws IOException {
        assertThat(read(HEADER, word + ",i1,view,1760000000", "u1," + word + ",view,1760000000"))
                .containsExactly(
                        "user_id is '" + word + "', which stands for a missing value",
                        "item_id is '" + word + "', which stands for a missing value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "u\u200b1", "\ufeffu1", "u1\u00a0", "u\u00ad1"})
    void refusesIdsThatLookLikeOthers(String id) throws IOException {
        assertThat(read(HEADER, id + ",i1,view,1760000000"))
                .singleElement()
                .asString()
                .containsAnyOf("blank", "invisible");
    }

    @Test
    void appliesTheRulesOfTheStream() throws IOException {
        Path log = write(
                directory,
                "bad.csv",
                HEADER + ",strength",
                "u1,i1,view,0,1",
                "u1,i1,view,2122867355,1",
                "u1,i1,rating,1760000000,1e7",
                "u1," + "\u00e9".repeat(200) + ",view,1760000000,1",
                "u1,i1,rating,1760000000,0x1p3",
                "u1,i1,rating,1760000000,5d");
        LogSettings settings = new LogSettings(
                LogFormat.AUTO,
                Map.of(),
                Map.of(),
                ZoneOffset.UTC,
                IntakeSettings.DEFAULT,
                Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC));

        assertThat(read(log, settings))
                .satisfiesExactly(
                        line -> assertThat(line).contains("is before 1990"),
                        line -> assertThat(line).contains("in the future of 2026-10-01"),
                        line -> assertThat(line).contains("strength must be positive and at most 1,000,000"),
                        line -> assertThat(line).isEqualTo("item_id is longer than 256 bytes"),
                        line -> assertThat(line).isEqualTo("strength '0x1p3' is not a positive, finite number"),
                        line -> assertThat(line).isEqualTo("strength '5d' is not a positive, finite number"));
    }

    @Test
    void countsRejectedLinesByTheirRule() {
        LineCounts counts = new LineCounts();
        counts.add(new Rejected<>(2, "event_type 'a' is no known type of event"));
        counts.add(new Rejected<>(3, "timestamp 'x' is neither"));
        counts.add(new Rejected<>(4, "timestamp 'y' is neither"));

        assertThat(counts.byRule())
                .containsExactly(
                        Map.entry("timestamp ... is neither", 2L),
                        Map.entry("event_type 'a' is no known type of event", 1L));
        assertThat(counts.examples()).hasSize(3);
    }
}
