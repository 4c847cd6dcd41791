package dev.kindred.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import picocli.CommandLine;

/** Types commands and keeps what they print. */
public final class Shell {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands;

    public Shell() {
        this("");
    }

    /** @param input what the person types when asked */
    public Shell(String input) {
        commands = Main.all(new ConfirmationPrompt(new BufferedReader(new StringReader(input))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    public int run(String... args) {
        return commands.execute(args);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    public CommandLine commands() {
        return commands;
    }
}
