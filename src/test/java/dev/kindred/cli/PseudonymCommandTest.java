package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.config.KindredConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PseudonymCommandTest {

    private static final String KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="; // 32 times k

    @TempDir
    Path directory;

    private final Shell shell = new Shell();

    private Path key(String text) throws IOException {
        return Files.writeString(directory.resolve("pseudonym.key"), text);
    }

    @Test
    void printsThePseudonymOfEachId() throws IOException {
        Path ids = Files.writeString(directory.resolve("ids.txt"), "Ümläut 7\n");

        assertThat(shell.run(
                        "pseudonym",
                        "alice",
                        "--ids",
                        ids.toString(),
                        "--key-file",
                        key(KEY + "\n").toString()))
                .isZero();

        assertThat(shell.out().lines()).containsExactly("u~ZmSkIEjG1tf-NlfjmxQVXA", "u~mUaN5Fbkfr3mcngch7Qokg");
    }

    @Test
    void saysThatThereIsNoKey() {
        assertThat(shell.run("pseudonym", "alice")).isEqualTo(1);
        assertThat(shell.err()).contains("set privacy.pseudonym.key.file, or give --key-file");
    }

    @Test
    void namesAFileThatIsMissingOrNoKey() throws IOException {
        Path file = directory.resolve("pseudonym.key");
        KindredConfig config = KindredConfig.of(Map.of("privacy.pseudonym.key.file", file.toString()));

        assertThatThrownBy(config::pseudonyms)
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "privacy.pseudonym.key.file: the file " + file + " does not exist: restore it from your backup,"
                                + " or, if there are no pseudonyms yet, run openssl rand -base64 32 > " + file);
        key("Zm9v");
        assertThatThrownBy(config::pseudonyms).hasMessageContaining(file + " has fewer than 32 bytes");
        key("no base64!");
        assertThatThrownBy(config::pseudonyms).hasMessageContaining(file + " is no Base64");
    }
}
