package dev.kindred.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** Asks for confirmation on the console before a destructive action. */
record ConfirmationPrompt(BufferedReader input) {

    private static final Set<String> YES = Set.of("y", "yes");

    /** Returns whether the answer is yes; a missing answer, as from a script without a console, is a no. */
    boolean isConfirmed(PrintWriter output, String question) {
        output.print(question + " [y/N] ");
        output.flush();
        try {
            String answer = input.readLine();
            return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
