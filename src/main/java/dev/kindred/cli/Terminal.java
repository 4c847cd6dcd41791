package dev.kindred.cli;

import java.io.Console;

/** Whether a person watches this process. */
public final class Terminal {

    private Terminal() {}

    /** Whether input and output are a terminal, and neither a file nor a pipe. */
    @SuppressWarnings("SystemConsoleNull") // JDK 17 returns null without a terminal
    public static boolean isWatched() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Before JDK 22 there is a console for a terminal only; since then {@code isTerminal} tells. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
