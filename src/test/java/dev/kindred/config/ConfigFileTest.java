package dev.kindred.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConfigFileTest {

    private static final Path FILE = Path.of("config", "kindred.properties");
    private static final String REGENERATE = "kindred.regenerate";

    @Test
    void equalsTheDefinition() throws IOException {
        String expected = ConfigFile.text();
        if (Boolean.getBoolean(REGENERATE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, expected);
        }

        String actual = Files.exists(FILE) ? Files.readString(FILE) : "";

        assertThat(actual)
                .as("%s is out of date; run: mvn test -Dtest=ConfigFileTest -D%s=true", FILE, REGENERATE)
                .isEqualTo(expected);
    }

    @Test
    void changesNoDefault() {
        Map<String, Given> settings = Sources.merge(Optional.of(FILE), Map.of(), Map.of());

        assertThat(settings.keySet()).containsExactlyInAnyOrderElementsOf(Settings.keys());
        for (Setting<?> setting : Settings.all()) {
            Given written = settings.getOrDefault(setting.key(), new Given("", ""));
            assertThat(written.text()).isEqualTo(setting.byDefault());
        }
    }
}
