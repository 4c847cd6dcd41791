package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.serde.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@SuppressWarnings("StringSplitter")
final class SchemasCommandTest {

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry(1);

    private final Shell shell = new Shell();

    @Test
    void listsTheIdsAsTheDocumentationDoes() throws IOException {
        assertThat(shell.run("schemas", "list")).isZero();

        String usage = Files.readString(Path.of("src", "USAGE.md"));
        assertThat(shell.out().lines()).hasSize(22).allSatisfy(line -> {
            String[] words = line.strip().split(" +");
            assertThat(usage).contains("| " + words[0] + " | `" + words[1] + "`");
        });
    }

    @Test
    void registersTheSchemasOfAllTopics() {
        String url = "schema.registry.url=" + registry.url();

        assertThat(shell.run("schemas", "check", "--set", url)).isZero();
        assertThat(shell.run("schemas", "register", "--set", url, "--set", "topics.prefix=shoes-"))
                .isZero();
        assertThat(shell.run("schemas", "check", "--set", url)).isZero();

        assertThat(shell.out().lines())
                .hasSize(39)
                .startsWith("events-value: InteractionEvent is not registered yet, and compatible")
                .contains(
                        "shoes-events-value: InteractionEvent has id 1",
                        "events-value: InteractionEvent is registered");
    }

    @Test
    void needsARegistry() {
        assertThat(shell.run("schemas", "check")).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("kindred: schema.registry.url is not set: it names the registry\n");
    }
}
