package dev.kindred.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.logs.LogLine.Accepted;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Public data sets as they are, where somebody has put them: in the directory of the system property {@code kindred.data},
 * or beside the project. Their terms do not let them be part of it.
 */
final class RealLogsTest {

    private static final Path DATA = Path.of(System.getProperty("kindred.data", "../shared/data"));

    @Test
    void readsUserBehavior() throws IOException {
        List<LogLine<Interaction>> lines = read("taobao-100k/UserBehavior.csv.gz", LogFormat.TAOBAO);

        assertThat(lines).hasSize(100_001).allMatch(line -> line instanceof Accepted);
        assertThat(lines.stream().map(Logs::event).map(Interaction::userId).distinct())
                .hasSize(983);
    }

    @Test
    void readsMovieLens() throws IOException {
        List<LogLine<Interaction>> lines = read("ml-100k/ratings.csv.gz", LogFormat.CSV);

        assertThat(lines).hasSize(100_000).allMatch(line -> line instanceof Accepted);
        assertThat(lines)
                .extracting(Logs::event)
                .allMatch(event ->
                        event.type() == InteractionType.RATING && event.strength() >= 1 && event.strength() <= 5);
    }

    @Test
    void readsDiginetica() throws IOException {
        List<LogLine<Interaction>> lines = read("diginetica/train.csv.gz", LogFormat.CSV);

        assertThat(lines).hasSize(906_140).allMatch(line -> line instanceof Accepted);
    }

    @Test
    void readsTheItemsOfMovieLens() throws IOException {
        Path file = DATA.resolve("ml-100k/items.csv.gz");
        assumeTrue(Files.isReadable(file), "the data set is not here");

        try (ItemReader reader = ItemReader.open(file, 0)) {
            List<LogLine<Item>> items = reader.stream().toList();

            assertThat(items).hasSize(1682).allMatch(line -> line instanceof Accepted);
            assertThat(((Accepted<Item>) items.get(0)).content())
                    .isEqualTo(Item.of("1", "Toy Story (1995)", List.of("Animation", "Children's", "Comedy")));
        }
    }

    private static List<LogLine<Interaction>> read(String name, LogFormat expected) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isReadable(file), "the data set is not here");
        try (LogReader reader = LogReader.open(file, LogFormat.AUTO)) {
            assertThat(reader.format()).isEqualTo(expected);
            return reader.stream().toList();
        }
    }
}
