package dev.kindred.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {

    private final Path directory;
    private final Path file;

    WholeFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("members.jsonl");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void write(Path file, boolean replace, String... lines) throws IOException {
        try (WholeFile whole = WholeFile.create(file, replace)) {
            for (String line : lines) {
                whole.add(line);
            }
            whole.complete();
        }
    }

    @Test
    void hasItsNameOnlyWhenItIsComplete() throws IOException {
        try (WholeFile whole = WholeFile.create(file, false)) {
            whole.add("one");
            assertThat(names())
                    .singleElement()
                    .asString()
                    .startsWith("members.jsonl.")
                    .endsWith(".part");
            whole.add("\u00e9\ud83d\ude00");
            whole.complete();
        }

        assertThat(names()).containsExactly("members.jsonl");
        assertThat(file).hasContent("one\n\u00e9\ud83d\ude00\n");
    }

    @Test
    void leavesNothingIfItIsNot() throws IOException {
        try (WholeFile whole = WholeFile.create(file, false)) {
            whole.add("one");
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void isGzipByItsName() throws IOException {
        Path compressed = directory.resolve("members.jsonl.gz");

        write(compressed, false, "one", "two");

        try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
        }
    }

    @Test
    void replacesAnotherOnlyIfItMayAndOnlyAtTheEnd() throws IOException {
        write(file, false, "old");

        assertThatThrownBy(() -> WholeFile.create(file, false)).isInstanceOf(FileAlreadyExistsException.class);
        try (WholeFile whole = WholeFile.create(file, true)) {
            whole.add("new");
            assertThat(file).hasContent("old\n");
            whole.complete();
        }

        assertThat(file).hasContent("new\n");
        assertThat(names()).containsExactly("members.jsonl");
    }

    @Test
    void takesNoNameThatSomebodyElseTookMeanwhile() throws IOException {
        try (WholeFile whole = WholeFile.create(file, false)) {
            Files.writeString(file, "another's");

            assertThatThrownBy(whole::complete).isInstanceOf(FileAlreadyExistsException.class);
        }

        assertThat(file).hasContent("another's");
        assertThat(names()).containsExactly("members.jsonl");
    }

    @Test
    void takesNoPlaceThatIsNone() {
        assertThatThrownBy(() -> WholeFile.create(directory, true)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> WholeFile.create(directory.resolve("absent").resolve("x"), true))
                .isInstanceOf(NoSuchFileException.class);
    }
}
