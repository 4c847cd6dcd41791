package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.ChildProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MainTest {

    private final Shell shell = new Shell();

    @Nested
    final class Usage {

        @Test
        void namesMissingArguments() {
            assertThat(shell.run()).isEqualTo(2);
            assertThat(shell.err()).isEqualToIgnoringNewLines("kindred: missing command: see 'kindred --help'");
        }

        @Test
        void namesTheSubcommands() {
            assertThat(shell.run("topics")).isEqualTo(2);
            assertThat(shell.err())
                    .isEqualToIgnoringNewLines(
                            "kindred: missing subcommand: create, describe or acls: see 'kindred topics --help'");
        }

        @Test
        void namesAnUnknownOption() {
            assertThat(shell.run("topics", "create", "--fast")).isEqualTo(2);
            assertThat(shell.err())
                    .isEqualToIgnoringNewLines("kindred: unknown option: '--fast': see 'kindred topics create --help'");
        }

        @Test
        void wantsAValueForASetting() {
            assertThat(shell.run("reset", "--set", "threads")).isEqualTo(2);
            assertThat(shell.err()).hasLineCount(1).contains("KEY=VALUE").endsWith("see 'kindred reset --help'\n");
        }
    }

    @Nested
    final class Failure {

        @Test
        void isOneSentenceForAnUnknownKey() {
            assertThat(shell.run("topics", "describe", "--set", "vector.stp=1")).isEqualTo(2);
            assertThat(shell.err())
                    .isEqualToIgnoringNewLines(
                            "kindred: unknown key vector.stp in the command line: did you mean vector.step?");
        }

        @Test
        void suggestsTheSubcommandThatIsMeant() {
            assertThat(shell.run("consume", "recomendations", "--max", "1")).isEqualTo(2);
            assertThat(shell.err())
                    .isEqualToIgnoringNewLines("kindred: there is no recomendations; did you mean recommendations?:"
                            + " see 'kindred consume --help'");
        }

        @Test
        void namesAFileThatIsNotThere() {
            assertThat(shell.run("replay", "nofile.csv")).isEqualTo(1);
            assertThat(shell.run("items", "import", "nofile.csv")).isEqualTo(1);
            assertThat(shell.err().lines())
                    .containsOnly("kindred: FILE nofile.csv does not exist: check the path")
                    .hasSize(2);
        }

        @Test
        void saysWhySettingsOfKafkaDoNotFit() {
            assertThat(shell.run("items", "delete", "tea", "--set", "kafka.request.timeout.ms=100000"))
                    .isEqualTo(1);
            assertThat(shell.err())
                    .hasLineCount(1)
                    .contains("default.api.timeout.ms")
                    .endsWith("Correct the settings that begin with kafka.\n");
        }

        @Test
        void isOneSentenceForABrokerThatDoesNotAnswer() {
            int status = shell.run(withoutBroker("topics", "create"));

            assertThat(status).isEqualTo(1);
            assertThat(shell.err())
                    .hasLineCount(1)
                    .startsWith("kindred: cannot look up topic events: the brokers do not answer: check that they run"
                            + " and that bootstrap.servers names them");
        }

        @Test
        void isOneSentenceForAConsumerWithoutBroker() {
            int status = shell.run(withoutBroker("consume", "recommendations"));

            assertThat(status).isEqualTo(1);
            assertThat(shell.err())
                    .isEqualToIgnoringNewLines("kindred: the brokers do not answer: check that they run and that"
                            + " bootstrap.servers names them");
        }

        @Test
        void hasAStackTraceWhenVerbose() {
            assertThat(shell.run("topics", "describe", "--verbose", "--set", "threads=0"))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .startsWith(
                            "kindred: threads=0 (the command line) is not allowed: it must be a whole number, in [1, 256],"
                                    + " for example 2\n")
                    .contains("\tat dev.kindred.");
        }

        private static String[] withoutBroker(String... command) {
            List<String> args = new ArrayList<>(List.of(command));
            args.addAll(List.of("--set", "bootstrap.servers=localhost:1"));
            args.addAll(List.of("--set", "kafka.default.api.timeout.ms=300"));
            args.addAll(List.of("--set", "kafka.request.timeout.ms=200"));
            return args.toArray(String[]::new);
        }
    }

    @Nested
    final class Help {

        @Test
        void hasAnExampleForEveryCommandThatDoesSomething() {
            assertThat(leaves(shell.commands()))
                    .isNotEmpty()
                    .allSatisfy(command -> assertThat(command.getUsageMessage()).contains("Example"));
        }

        @Test
        void hasSettingsForEveryCommandThatReadsThem() {
            assertThat(leaves(shell.commands()))
                    .filteredOn(command -> !command.getUsageMessage().contains("--set=KEY=VALUE"))
                    .extracting(command -> command.getCommandSpec().qualifiedName())
                    .containsExactly(
                            "kindred keys create",
                            "kindred keyset add",
                            "kindred keyset create",
                            "kindred keyset promote",
                            "kindred scenarios check",
                            "kindred segments check");
        }

        @ParameterizedTest
        @ValueSource(strings = {"--help", "--version"})
        void isASuccess(String option) {
            assertThat(shell.run(option)).isZero();
            assertThat(shell.out()).containsIgnoringCase("kindred");
            assertThat(shell.err()).isEmpty();
        }

        private static List<CommandLine> leaves(CommandLine command) {
            List<CommandLine> leaves = new ArrayList<>();
            for (CommandLine child : command.getSubcommands().values()) {
                leaves.addAll(child.getSubcommands().isEmpty() ? List.of(child) : leaves(child));
            }
            return leaves;
        }
    }

    @Test
    void describesTheTopologyAsConfigured() {
        assertThat(shell.run("topics", "describe", "--set", "topics.prefix=shoes-"))
                .isZero();
        assertThat(shell.out())
                .startsWith("Topologies:")
                .contains("[shoes-events]")
                .contains("[shoes-control]");
    }

    @Nested
    final class Texts {

        private static final String NAME = "\u5546\u54c1";

        @TempDir
        private Path directory = Path.of("");

        private Path settings() throws IOException {
            return Files.writeString(directory.resolve("kindred.properties"), "threads=" + NAME + "\n");
        }

        @Test
        void areUtf8InWhatIsPrinted() throws IOException {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();

            Main.run(
                    InputStream.nullInputStream(),
                    out,
                    err,
                    "topics",
                    "describe",
                    "--config",
                    settings().toString());

            assertThat(err.toString(StandardCharsets.UTF_8)).contains("threads", NAME);
        }

        @Test
        void areUtf8InALocaleOfAscii() throws IOException, InterruptedException {
            List<String> command =
                    List.of("topics", "describe", "--config", settings().toString());
            try (ChildProcess process =
                    ChildProcess.start(directory.resolve("output"), Map.of("LC_ALL", "C"), command)) {

                assertThat(process.awaitExit(Duration.ofSeconds(60))).isEqualTo(2);
                assertThat(process.output()).contains("threads", NAME);
            }
        }
    }
}
