package dev.kindred.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadableFileTest {

    private static final long PAUSE_NS = Duration.ofSeconds(2).toNanos();

    private final AtomicLong nowNs = new AtomicLong(Long.MAX_VALUE - 5); // its differences count, not its sign

    @TempDir
    private Path directory;

    private static final class Text extends ReloadableFile<String> {
        Text(Path file, AtomicLong nowNs) {
            super(file, Text::read, nowNs::get);
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void checksTheFileAtIntervals() throws IOException {
        Path file = Files.writeString(directory.resolve("text"), "old");
        Text text = new Text(file, nowNs);
        Files.writeString(file, "new");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));

        nowNs.addAndGet(PAUSE_NS);
        assertThat(text.latest()).isEqualTo("old");
        nowNs.addAndGet(1);
        assertThat(text.latest()).isEqualTo("new");
    }
}
