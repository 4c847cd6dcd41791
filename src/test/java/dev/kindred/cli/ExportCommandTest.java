package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.http.Scope;
import dev.kindred.http.api.Cluster;
import dev.kindred.http.api.FakeQueries;
import dev.kindred.http.api.TestServer;
import dev.kindred.http.guard.ApiKey;
import dev.kindred.http.guard.ApiKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportCommandTest {

    private final Shell shell = new Shell();
    private final Path directory;
    private final Path file;

    ExportCommandTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("idle.jsonl");
    }

    private int export(TestServer server, String... more) {
        return exportFrom(server.address().toString(), more);
    }

    private int exportFrom(String url, String... more) {
        List<String> args = new ArrayList<>(
                List.of("export", "--segment", "idle", "--scenario", "home", "--url", url, "--patience", "0"));
        args.addAll(List.of(more));
        return shell.run(args.toArray(String[]::new));
    }

    private static TestServer shop() {
        return new TestServer(new FakeQueries(Set.of("ada", "\u00e9va"), Set.of()), Cluster::ofOne);
    }

    @Test
    void writesAFileAndSummarizesIt() throws IOException {
        try (TestServer server = shop()) {
            assertThat(export(server, "--output", file.toString())).isZero();
        }

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("{\"userId\":\"\u00e9va\",\"scenario\":\"home\",\"asOfMs\":1000,");
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("wrote 2 lines for 2 members among 2 users in ");
    }

    @Test
    void printsLinesThatEveryTerminalCanShow() throws IOException {
        try (TestServer server = shop()) {
            assertThat(export(server)).isZero();
        }

        String last = shell.out().lines().toList().get(1);
        assertThat(last).startsWith("{\"userId\":\"\\u00e9va\",");
        assertThat(new JsonMapper().readTree(last).path("userId").asText()).isEqualTo("\u00e9va");
    }

    @Test
    void replacesAFileOnlyByForce() throws IOException {
        Files.writeString(file, "old");
        try (TestServer server = shop()) {
            assertThat(export(server, "--output", file.toString())).isEqualTo(1);
            assertThat(file).hasContent("old");
            assertThat(shell.err())
                    .endsWith("kindred: --output " + file + " exists: choose another name, or add --force\n");
            assertThat(export(server, "--output", file.toString(), "--force")).isZero();
        }

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void leavesNoHalfFileWhenItFails() throws IOException {
        try (TestServer server = new TestServer(new FakeQueries(Set.of("ada"), Set.of("bob")), Cluster::ofOne)) {
            assertThat(export(server, "--output", file.toString())).isEqualTo(1);
        }

        assertThat(shell.err()).contains("kindred: http://127.0.0.1:").contains("is not ready");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void sendsTheKeyInAFile() throws IOException {
        String key = ApiKey.random();
        Path keyFile = Files.writeString(directory.resolve("key.txt"), key + "\n");
        try (TestServer server = new TestServer(new ApiKeys(List.of(ApiKey.of("mail", Set.of(Scope.ADMIN), key))))) {
            assertThat(export(server)).isEqualTo(1);
            assertThat(shell.err()).endsWith(": set a key with the scope admin in --key-file or KINDRED_API_KEY\n");

            assertThat(export(server, "--key-file", keyFile.toString())).isZero();
        }
    }

    @Test
    void printsNothingOfAnInvalidKey() throws IOException {
        Path keyFile = Files.writeString(directory.resolve("key.txt"), "secret words");

        assertThat(exportFrom("http://127.0.0.1:1", "--key-file", keyFile.toString()))
                .isEqualTo(1);
        assertThat(shell.err())
                .isEqualTo("kindred: --key-file " + keyFile
                        + " does not contain a key: it must contain only the key that 'kindred keys create' prints\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop.example", "ftp://shop.example", "http://", "http://me:secret@shop.example", "http://a?b=c"
            })
    void wantsAnAddress(String url) {
        assertThat(exportFrom(url)).isEqualTo(2);
        assertThat(shell.err())
                .startsWith("kindred: --url must be like http://host:8080")
                .doesNotContain("secret");
    }

    @Test
    void wantsCertificates() throws IOException {
        Path text = Files.writeString(directory.resolve("ca.pem"), "text");

        assertThat(exportFrom("https://127.0.0.1:1", "--cacert", text.toString()))
                .isEqualTo(1);
        assertThat(shell.err()).startsWith("kindred: --cacert " + text + " contains no certificates in PEM");
    }
}
