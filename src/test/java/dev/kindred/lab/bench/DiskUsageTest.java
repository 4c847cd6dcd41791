package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskUsageTest {

    @Test
    void addsUpFilesOfAllLevels(@TempDir Path directory) throws Exception {
        Files.write(directory.resolve("three"), new byte[3]);
        Files.createDirectories(directory.resolve("a/b"));
        Files.write(directory.resolve("a/b/four"), new byte[4]);

        assertThat(DiskUsage.bytes(directory)).isEqualTo(7);
    }

    @Test
    void isZeroForAMissingDirectory(@TempDir Path directory) throws Exception {
        assertThat(DiskUsage.bytes(directory.resolve("nothing"))).isZero();
    }
}
