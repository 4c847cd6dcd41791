package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.config.KindredConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysetCommandTest {

    @TempDir
    Path directory;

    private final Shell shell = new Shell();

    private Path file() {
        return directory.resolve("keyset.json");
    }

    private int run(String command) {
        return shell.run("keyset", command, file().toString());
    }

    private KindredConfig config() {
        return KindredConfig.of(Map.of("privacy.encryption.keyset.file", file().toString()));
    }

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        assertThat(run("create")).isZero();

        assertThat(shell.out()).matches("key \\d+: encrypts and decrypts\\R");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(config().stateSettings().seal()).isPresent();
    }

    @Test
    void rotatesInTwoSteps() {
        run("create");
        assertThat(run("add")).isZero();
        assertThat(run("promote")).isZero();

        assertThat(shell.out().lines().map(line -> line.replaceAll("\\d+", "N")))
                .containsExactly(
                        "key N: encrypts and decrypts",
                        "key N: encrypts and decrypts",
                        "key N: decrypts",
                        "key N: decrypts",
                        "key N: encrypts and decrypts");
    }

    @Test
    void keepsAFileThatExists() {
        run("create");

        assertThat(run("create")).isEqualTo(1);
        assertThat(shell.err()).contains("exists, and its keys may be in use");
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThat(run("add")).isEqualTo(1);
        assertThat(shell.err()).contains("does not exist: run kindred keyset create");

        assertThatThrownBy(() -> config().stateSettings())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("privacy.encryption.keyset.file")
                .hasMessageContaining(file() + " does not exist: restore it from your backup");
    }

    @Test
    void namesAFileThatIsNoKeyset() throws IOException {
        Files.writeString(file(), "{\"primaryKeyId\": 1}");

        assertThatThrownBy(() -> config().stateSettings())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(file() + " is no keyset");
    }
}
