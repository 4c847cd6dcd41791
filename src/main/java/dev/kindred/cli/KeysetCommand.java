package dev.kindred.cli;

import dev.kindred.state.Keyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and rotates the keys that encrypt values at rest. */
@Command(name = "keyset", description = "Makes and rotates the keys that encrypt stored values.")
final class KeysetCommand implements Runnable {

    private static final String FILE = "The file of privacy.encryption.keyset.file.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing subcommand: create, add or promote");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Writes a new file with one key, which encrypts.",
            footer = {
                "",
                "The file has the key in clear: keep it where only Kindred reads it, and keep a backup elsewhere.",
                "Without the key the encrypted values are lost.",
                "",
                "Example:",
                "  kindred keyset create keyset.json"
            })
    int create(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        if (Files.exists(file)) {
            throw new CommandException(file
                    + " exists, and its keys may be in use: run kindred keyset add to add a key, or name a new file");
        }
        return write(file, Keyset.create());
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a new key to the file, which decrypts but does not encrypt yet.",
            footer = {
                "",
                "The first step of a rotation: copy the file to all instances and restart them, then run promote.",
                "",
                "Example:",
                "  kindred keyset add keyset.json"
            })
    int add(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        return change(file, Keyset::withNewKey);
    }

    @Command(
            name = "promote",
            mixinStandardHelpOptions = true,
            description = "Makes the newest key of the file the one that encrypts.",
            footer = {
                "",
                "The second step of a rotation, when all instances have the key: copy the file to them and restart",
                "them. A stored value takes the new key with its next write.",
                "",
                "Example:",
                "  kindred keyset promote keyset.json"
            })
    int promote(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        return change(file, Keyset::withNewestPrimary);
    }

    private int change(Path file, UnaryOperator<Keyset> change) {
        try {
            return write(file, change.apply(Keyset.read(file)));
        } catch (NoSuchFileException e) {
            throw new CommandException(file + " does not exist: run kindred keyset create " + file);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: check the path and the permissions of this user");
        } catch (IllegalArgumentException e) {
            throw new CommandException(file + " " + e.getMessage() + ": name a file that kindred keyset create made");
        }
    }

    private int write(Path file, Keyset keyset) {
        try {
            keyset.write(file);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: check the path and the permissions of this user");
        }
        keyset.keys()
                .forEach(key -> spec.commandLine()
                        .getOut()
                        .println("key " + Integer.toUnsignedString(key.id())
                                + (key.isPrimary() ? ": encrypts and decrypts" : ": decrypts")));
        return ExitCode.OK;
    }
}
