package dev.kindred.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ItemFileTest {

    private static final String TEXT = """
            item_id,title,categories
            1,"Heat, the film",Crime|Drama
            2,Untitled,
            3,Alien, Horror | Space |
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void splitsCategoriesAtBars() throws IOException {
        Path file = Files.writeString(directory.resolve("items.csv"), TEXT);

        assertThat(ItemFile.read(file))
                .containsExactly(
                        Item.of("1", "Heat, the film", List.of("Crime", "Drama")),
                        Item.of("2", "Untitled", List.of()),
                        Item.of("3", "Alien", List.of("Horror", "Space")));
        assertThat(ItemCategories.of(ItemFile.read(file)))
                .isEqualTo(Map.of("1", Set.of("Crime", "Drama"), "3", Set.of("Horror", "Space")));
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path file = directory.resolve("items.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ItemFile.read(file)).hasSize(3);
    }

    @Test
    void saysWhichColumnsItNeeds() throws IOException {
        Path file = Files.writeString(directory.resolve("items.csv"), "id,genre\n1,Crime\n");

        assertThatThrownBy(() -> ItemFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("items.csv", "item_id", "categories");
    }

    @Test
    void itemsWithoutATitleAreNamedByTheirIdAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("items.csv"), "item_id,categories\n1,Crime\n");

        assertThat(ItemFile.read(file)).containsExactly(Item.of("1", "", List.of("Crime")));
    }

    @Test
    void refusesAnItemWithoutAnId() throws IOException {
        Path file = Files.writeString(directory.resolve("items.csv"), "item_id,categories\n1,Crime\n,Drama\n");

        assertThatThrownBy(() -> ItemFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("items.csv", "item_id", "record 2");
    }
}
