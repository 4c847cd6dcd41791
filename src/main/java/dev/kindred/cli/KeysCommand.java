package dev.kindred.cli;

import dev.kindred.http.Scope;
import dev.kindred.http.guard.ApiKey;
import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Creates keys for clients of the HTTP interface. */
@Command(name = "keys", description = "Creates keys for clients of the HTTP interface.")
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: create");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Creates a key, and its entry for the setting http.keys.",
            footer = {
                "",
                "The key is printed once and stored nowhere; the entry contains its hash. Needs no broker.",
                "",
                "Examples:",
                "  kindred keys create --name page --scope events",
                "  kindred keys create --name shop --scope read,explain,write",
                "  kindred keys create --name prometheus --scope admin"
            })
    int create(
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "Name of the client, in letters, digits, _ and -.")
                    String name,
            @Option(
                            names = "--scope",
                            required = true,
                            split = ",",
                            paramLabel = "SCOPE",
                            description =
                                    "Permissions, separated by commas: events sends events, and may stand in a page;"
                                            + " read requests lists; explain requests reasons and profiles; write changes the"
                                            + " catalog and includes events; admin includes everything.")
                    Set<String> words) {
        String key = ApiKey.random();
        ApiKey known = known(name, words, key);
        PrintWriter out = spec.commandLine().getOut();
        out.println("key:   " + key);
        out.println("entry: " + known.entry());
        return ExitCode.OK;
    }

    private ApiKey known(String name, Set<String> words, String key) {
        try {
            return ApiKey.of(name, words.stream().map(Scope::of).collect(Collectors.toSet()), key);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine().getSubcommands().get("create"), e.getMessage(), e);
        }
    }
}
