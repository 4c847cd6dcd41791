package dev.kindred.logs;

import static dev.kindred.logs.Logs.first;
import static dev.kindred.logs.Logs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.logs.LogLine.Accepted;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LogFormatTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "CSV"})
    void readsCsvWithItsColumnsInAnyOrder(LogFormat format) throws IOException {
        Path log =
                write(directory, "a.csv", "timestamp,color,event_type,item_id,user_id", "1600000000,red,click,i1,u1");

        LogLine<Interaction> line = first(log, format);

        assertThat(line).isEqualTo(accepted(2, "a.csv:2", "u1", "i1", InteractionType.CLICK, 1_600_000_000_000L, 1));
    }

    @Test
    void takesStrengthAndEventIdFromCsv() throws IOException {
        Path log = write(
                directory,
                "a.csv",
                "user_id,item_id,event_type,timestamp,strength,event_id",
                "u1,i1,rating,1600000000,4.5,e-7",
                "u1,i1,view,1600000000,,");

        assertThat(Logs.read(log, LogFormat.CSV))
                .containsExactly(
                        accepted(2, "e-7", "u1", "i1", InteractionType.RATING, 1_600_000_000_000L, 4.5),
                        accepted(3, "a.csv:3", "u1", "i1", InteractionType.BROWSE, 1_600_000_000_000L, 1));
    }

    @Test
    void takesTheAmountsOfPurchasesFromCsv() throws IOException {
        Path log = write(
                directory,
                "a.csv",
                "user_id,item_id,event_type,timestamp,amount",
                "u1,i1,purchase,1600000000,19.95",
                "u1,i1,purchase,1600000000,",
                "u1,i1,view,1600000000,19.95"); // what it costs, which nobody has paid

        assertThat(Logs.read(log, LogFormat.AUTO))
                .extracting(line -> Logs.event(line).amount())
                .containsExactly(OptionalDouble.of(19.95), OptionalDouble.empty(), OptionalDouble.empty());
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "TAOBAO"})
    void readsUserBehavior(LogFormat format) throws IOException {
        Path log = write(directory, "t.csv", "1,2268318,2520377,fav,1511544070");

        LogLine<Interaction> line = first(log, format);

        assertThat(line)
                .isEqualTo(accepted(1, "t.csv:1", "1", "2268318", InteractionType.FAVORITE, 1_511_544_070_000L, 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "MOVIELENS"})
    void readsRatingsSeparatedByTabs(LogFormat format) throws IOException {
        Path log = write(directory, "u.data", "196\t242\t3\t881250949");

        LogLine<Interaction> line = first(log, format);

        assertThat(line).isEqualTo(accepted(1, "u.data:1", "196", "242", InteractionType.RATING, 881_250_949_000L, 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "MOVIELENS"})
    void readsRatingsWithAHeader(LogFormat format) throws IOException {
        Path log = write(directory, "ratings.csv", "userId,movieId,rating,timestamp", "1,296,0.5,1147880044");

        LogLine<Interaction> line = first(log, format);

        assertThat(line)
                .isEqualTo(accepted(2, "ratings.csv:2", "1", "296", InteractionType.RATING, 1_147_880_044_000L, 0.5));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "RETAILROCKET"})
    void readsEventsOfRetailrocket(LogFormat format) throws IOException {
        Path log = write(
                directory,
                "events.csv",
                "timestamp,visitorid,event,itemid,transactionid",
                "1433221332117,257597,view,355908,",
                "1433222276276,599528,transaction,356475,4000");

        assertThat(Logs.read(log, format))
                .containsExactly(
                        accepted(2, "events.csv:2", "257597", "355908", InteractionType.BROWSE, 1_433_221_332_117L, 1),
                        accepted(
                                3,
                                "events.csv:3",
                                "599528",
                                "356475",
                                InteractionType.PURCHASE,
                                1_433_222_276_276L,
                                1));
    }

    @Test
    void recognizesGzipByItsBytesAndNotByTheName() throws IOException {
        Path log = Files.write(directory.resolve("plain.csv"), Logs.gzip("1,2,3,pv,1511544070\n"));

        try (LogReader reader = LogReader.open(log, LogFormat.AUTO)) {
            LogLine<Interaction> line = reader.next();

            assertThat(line).isInstanceOf(Accepted.class);
            assertThat(reader.format()).isEqualTo(LogFormat.TAOBAO);
            assertThat(reader.bytesRead()).isEqualTo(reader.totalBytes()).isEqualTo(Files.size(log));
        }
    }

    @Test
    void detectsTheFormatFromValidLines() throws IOException {
        Path log = write(directory, "t.csv", "1,2,3,swim,1511544070", "1,2,3,pv,-5", "1,2,3,pv,1511544070");

        assertThat(Logs.read(log, LogFormat.AUTO))
                .extracting(line -> line instanceof Accepted)
                .containsExactly(false, false, true);
    }

    @Test
    void listsTheFormatsWhenItKnowsNone() throws IOException {
        Path log = write(directory, "poem.txt", "Shall I compare thee", "to a summer's day?");

        assertThatThrownBy(() -> LogReader.open(log, LogFormat.AUTO))
                .isInstanceOf(UnknownLogFormatException.class)
                .hasMessageContaining("poem.txt")
                .hasMessageContaining("csv: a header")
                .hasMessageContaining("taobao:")
                .hasMessageContaining("movielens:")
                .hasMessageContaining("retailrocket:");
    }

    @Test
    void namesTheColumnsThatAreMissing() throws IOException {
        Path log = write(directory, "a.csv", "user_id,event_type,time", "u1,click,1600000000");

        assertThatThrownBy(() -> LogReader.open(log, LogFormat.CSV))
                .isInstanceOf(UnknownLogFormatException.class)
                .hasMessageContaining("does not name item_id, timestamp");
    }

    @Test
    void namesTheMissingColumnsOfAHeader() throws IOException {
        Path log = write(directory, "a.csv", "user,item_id,action,ts", "u1,i1,click,1600000000");

        assertThatThrownBy(() -> LogReader.open(log, LogFormat.AUTO))
                .isInstanceOf(UnknownLogFormatException.class)
                .hasMessageContaining("has the columns user, item_id, action, ts")
                .hasMessageContaining("user_id");
    }

    @Test
    void reportsAnEmptyFile() throws IOException {
        Path log = Files.createFile(directory.resolve("empty.csv"));

        assertThatThrownBy(() -> LogReader.open(log, LogFormat.AUTO))
                .isInstanceOf(UnknownLogFormatException.class)
                .hasMessageContaining("has no line of text");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsTitle(LogFormat format) {
        assertThat(LogFormat.named(format.title())).isEqualTo(format);
    }

    @Test
    void hasNoUnknownNames() {
        assertThatThrownBy(() -> LogFormat.named("xml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown format xml");
    }

    private static LogLine<Interaction> accepted(
            long lineNumber,
            String eventId,
            String user,
            String item,
            InteractionType type,
            long timestampMs,
            double strength) {
        return new Accepted<>(
                lineNumber, new Interaction(Optional.of(eventId), user, item, type, timestampMs, strength));
    }
}
