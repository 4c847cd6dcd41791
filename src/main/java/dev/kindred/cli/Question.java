package dev.kindred.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** Asks the person at the console before something is lost. */
final class Question {

    private static final Set<String> YES = Set.of("y", "yes");

    private final BufferedReader input;

    Question(BufferedReader input) {
        this.input = input;
    }

    /** Whether the answer is yes; no answer, as from a script without a console, is a no. */
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
