package dev.kindred.logs;

import static dev.kindred.logs.Logs.read;
import static dev.kindred.logs.Logs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.logs.LogLine.Accepted;
import dev.kindred.logs.LogLine.Rejected;
import dev.kindred.model.Interaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogReaderTest {

    private static final String HEADER = "user_id,item_id,event_type,timestamp,strength";
    private static final String GOOD = "u1,i1,click,1600000000,1";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",i1,click,1600000000,1 | user_id is empty",
                "u1,,click,1600000000,1 | item_id is empty",
                "u1,i1,swim,1600000000,1 | event_type 'swim' is no known type of event",
                "u1,i1,click,soon,1 | timestamp 'soon' is neither",
                "u1,i1,click,1600000000,0 | strength '0' is not a positive, finite number",
                "u1,i1,click,1600000000,NaN | strength 'NaN' is not",
                "u1,i1,click,1600000000,Infinity | strength 'Infinity' is not",
                "u1,i1,click,1600000000 | line has 4 fields instead of 5",
                "u1,i1,click,1600000000,1,2 | line has 6 fields instead of 5",
                "u1,\"i1,click,1600000000,1 | line has quotes that do not match",
                "u\u00001,i1,click,1600000000,1 | user_id holds a control character",
                "u1,i1,a-very-long-type-of-event-that-nobody-has-ever-heard-of,1600000000,1 "
                        + "| 'a-very-long-type-of-event-that-nobody-ha...'"
            })
    void reportsRejectedLinesAndContinues(String bad, String reason) throws IOException {
        Path log = write(directory, "a.csv", HEADER, bad, GOOD);

        List<LogLine<Interaction>> lines = read(log, LogFormat.CSV);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.lineNumber()).isEqualTo(2);
            assertThat(rejected.reason()).contains(reason);
        });
        assertThat(lines.get(1)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"-1", "NaN", "much", "Infinity"})
    void rejectsAnInvalidAmount(String amount) throws IOException {
        Path log = write(
                directory,
                "a.csv",
                "user_id,item_id,event_type,timestamp,amount",
                "u1,i1,purchase,1600000000," + amount,
                "u1,i1,purchase,1600000000,0");

        List<LogLine<Interaction>> lines = read(log, LogFormat.CSV);

        assertThat(lines.get(0))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .isEqualTo("amount '" + amount + "' is not a finite number from 0 on"));
        assertThat(lines.get(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void understandsQuotes() throws IOException {
        Path log = write(directory, "a.csv", HEADER, "\"u,1\",\"the \"\"best\"\" shoe\",click,1600000000,1");

        List<LogLine<Interaction>> lines = read(log, LogFormat.AUTO);

        assertThat(lines).singleElement().extracting(Logs::event).satisfies(event -> {
            assertThat(event.userId()).isEqualTo("u,1");
            assertThat(event.itemId()).isEqualTo("the \"best\" shoe");
        });
    }

    @Test
    void readsTheOutputOfSpreadsheets() throws IOException {
        String text = "\uFEFF\"user_id\",Item_ID,event_type,timestamp\r\n\r\nzoë, 木 ,click,1600000000\r\n\r\n";
        Path log = Files.writeString(directory.resolve("a.csv"), text);

        List<LogLine<Interaction>> lines = read(log, LogFormat.AUTO);

        assertThat(lines).singleElement().extracting(Logs::event).satisfies(event -> {
            assertThat(event.userId()).isEqualTo("zoë");
            assertThat(event.itemId()).isEqualTo("木");
        });
        assertThat(lines).extracting(LogLine::lineNumber).containsExactly(3L);
    }

    @Test
    void readsALastLineWithoutItsEnd() throws IOException {
        Path log = Files.writeString(directory.resolve("a.csv"), HEADER + "\n" + GOOD);

        assertThat(read(log, LogFormat.CSV)).singleElement().isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"65537", "100000", "131072", "131073", "1000000"})
    void skipsAnOverlongLine(int length) throws IOException {
        Path log = write(directory, "a.csv", HEADER, "x".repeat(length), GOOD);

        List<LogLine<Interaction>> lines = read(log, LogFormat.CSV);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo(new Rejected<>(2, "line is longer than 65536 bytes"));
        assertThat(lines.get(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void survivesBinaryGarbage() throws IOException {
        byte[] garbage = new byte[1_000_000];
        new SplittableRandom(7).nextBytes(garbage);
        Path log = Files.write(directory.resolve("a.csv"), concatenate(HEADER + "\n", garbage, "\n" + GOOD + "\n"));

        List<LogLine<Interaction>> lines = read(log, LogFormat.CSV);

        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line instanceof Rejected);
        assertThat(lines.get(lines.size() - 1)).isInstanceOf(Accepted.class);
    }

    @Test
    void numbersLinesAsAnEditorDoes() throws IOException {
        Path log = write(directory, "a.csv", HEADER, "", GOOD, "bad", "", GOOD);

        assertThat(read(log, LogFormat.CSV)).extracting(LogLine::lineNumber).containsExactly(3L, 4L, 6L);
    }

    @Test
    void givesTheSameIdsAgain() throws IOException {
        Path log = write(directory, "a.csv", HEADER, GOOD, GOOD);

        List<LogLine<Interaction>> once = read(log, LogFormat.CSV);
        List<LogLine<Interaction>> again = read(log, LogFormat.CSV);

        assertThat(again).isEqualTo(once);
        assertThat(once.get(0)).isNotEqualTo(once.get(1));
    }

    @Test
    void reportsItsProgress() throws IOException {
        Path log = Files.writeString(directory.resolve("a.csv"), HEADER + "\n" + (GOOD + "\n").repeat(100_000));

        try (LogReader reader = LogReader.open(log, LogFormat.AUTO)) {
            long atFirst = reader.bytesRead();
            reader.forEachRemaining(line -> {});

            assertThat(atFirst).isPositive().isLessThan(reader.totalBytes() / 5);
            assertThat(reader.bytesRead()).isEqualTo(reader.totalBytes());
            assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void reportsATruncatedCompressedFile() throws IOException {
        byte[] whole = Logs.gzip(HEADER + "\n" + GOOD + "\n" + noise(200_000));
        Path log = Files.write(directory.resolve("a.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        try (LogReader reader = LogReader.open(log, LogFormat.CSV)) {

            assertThatThrownBy(() -> reader.forEachRemaining(line -> {}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("ends after line");
        }
    }

    @Test
    void failsToOpenAMissingFile() {
        assertThatThrownBy(() -> LogReader.open(directory.resolve("none.csv"), LogFormat.AUTO))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static String noise(int lines) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(random.nextInt()).append('\n');
        }
        return text.toString();
    }

    private static byte[] concatenate(String before, byte[] middle, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(middle);
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
