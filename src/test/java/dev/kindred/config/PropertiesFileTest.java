package dev.kindred.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PropertiesFileTest {

    @TempDir
    private Path directory = Path.of("");

    @RandomTest
    void readsTheSameAsProperties(RandomGenerator random) throws IOException {
        List<String> pieces = List.of(
                "a", "b", "ü", "=", ":", " ", "\t", "\f", "#", "!", "\\", "\\", "\n", "\n", "\r", "\r\n", "\\u00e9",
                "\\n");
        StringBuilder text = new StringBuilder();
        random.ints(200, 0, pieces.size()).forEach(i -> text.append(pieces.get(i)));
        Properties expected = new Properties();
        expected.load(new StringReader(text.toString()));

        Map<String, String> read = new HashMap<>();
        read(text.toString()).forEach((key, given) -> read.put(key, given.text()));

        assertThat(read).isEqualTo(expected);
    }

    @Test
    void knowsTheFirstLineOfEachKey() throws IOException {
        var settings = read("# not continued \\\n\na=1\nb = 2, \\\n  # 3\n! x\nc:\\u0041\n");

        assertThat(settings)
                .isEqualTo(Map.of(
                        "a", given("1", 3),
                        "b", given("2, # 3", 4),
                        "c", given("A", 7)));
    }

    @Test
    void takesTheLastOfRepeatedKeys() throws IOException {
        assertThat(read("a=1\nb=2\na=3\n")).containsEntry("a", given("3", 3)).hasSize(2);
    }

    @Test
    void warnsOfRepeatedKeysWithBothLines() throws IOException {
        List<String> warnings = new ArrayList<>();

        PropertiesFile.read(Files.writeString(file(), "a=1\nb=2\na=3\n"), warnings::add);

        assertThat(warnings)
                .containsExactly("a is set twice, at " + file() + ":1 and " + file()
                        + ":3: Kindred uses the latter, remove one");
    }

    @Test
    void namesTheLineOfAWrongEscape() {
        assertThatThrownBy(() -> read("a=1\nb=\\u00g0\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file() + ":2 cannot be read: Malformed \\uxxxx encoding.");
    }

    @Test
    void requiresUtf8() throws IOException {
        Files.write(file(), "a=é".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> PropertiesFile.read(file()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("the configuration file " + file() + " is not in UTF-8: save it as UTF-8");
    }

    private Given given(String text, int line) {
        return new Given(text, file() + ":" + line);
    }

    private Map<String, Given> read(String text) throws IOException {
        return PropertiesFile.read(Files.writeString(file(), text));
    }

    private Path file() {
        return directory.resolve("shop.properties");
    }
}
