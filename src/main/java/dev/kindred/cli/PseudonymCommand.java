package dev.kindred.cli;

import dev.kindred.model.Pseudonyms;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the pseudonyms of users. */
@Command(
        name = "pseudonym",
        description = "Prints the pseudonyms of users, one on each line: the keys of their records in the topics.",
        footer = {
            "",
            "Needs no broker. A pseudonym is u~ and the first 16 bytes of HMAC-SHA-256(key, id in UTF-8) in Base64 for",
            "URLs, without padding.",
            "",
            "Examples:",
            "  kindred pseudonym alice --key-file pseudonym.key",
            "  kindred pseudonym --ids ids.txt --config kindred.properties"
        })
final class PseudonymCommand implements Callable<Integer> {

    private static final String SETTING = "privacy.pseudonym.key.file";

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of users, as the shop knows them.")
    private List<String> given = List.of();

    @Option(names = "--ids", paramLabel = "FILE", description = "A file of ids in UTF-8, one on each line.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--key-file", paramLabel = "FILE", description = "The key, instead of " + SETTING + ".")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Pseudonyms pseudonyms = options.load(
                        key.map(path -> Map.of(SETTING, path.toString())).orElse(Map.of()))
                .pseudonyms();
        if (!pseudonyms.isOn()) {
            throw new CommandException("users have no pseudonyms here: set " + SETTING + ", or give --key-file");
        }
        if (given.isEmpty() && file.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "missing ids: give ID or --ids");
        }
        PrintWriter out = spec.commandLine().getOut();
        given.forEach(id -> out.println(pseudonyms.of(id)));
        if (file.isPresent()) {
            try (Stream<String> lines = Files.lines(file.get())) {
                lines.forEach(id -> out.println(pseudonyms.of(id)));
            } catch (IOException e) {
                throw FileFailure.of("--ids", file.get(), e);
            }
        }
        return ExitCode.OK;
    }
}
