package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeartbeatTest {

    @Test
    void touchesTheFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("alive");
        var environment = Map.of("KINDRED_ALIVE_FILE", file.toString());
        Instant later = Instant.parse("2030-01-01T00:00:10Z");

        Heartbeat.of(environment, Clock.systemUTC()).beat();
        Heartbeat.of(environment, Clock.fixed(later, ZoneOffset.UTC)).beat();

        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(later);
    }

    @Test
    void doesNothingWithoutAFile() {
        assertThatCode(() -> Heartbeat.of(Map.of(), Clock.systemUTC()).beat()).doesNotThrowAnyException();
    }
}
