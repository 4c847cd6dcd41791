package dev.kindred.lab.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints lines of text and flushes them. */
final class Lines {

    private Lines() {}

    static void print(PrintWriter writer, String format, Object... arguments) {
        writer.println(String.format(Locale.ROOT, format, arguments));
        writer.flush();
    }
}
