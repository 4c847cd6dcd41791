package dev.kindred.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/**
 * Lines of JSON on a terminal or in a pipe, in ASCII, as the encoding of an output is that of its surroundings. Who reads
 * them learns from the status of the command whether they are all.
 */
public final class PrintedLines implements Lines {

    private final PrintWriter out;

    /** @param out stays open */
    public PrintedLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void add(String line) throws IOException {
        out.println(line.chars().mapToObj(PrintedLines::escaped).collect(Collectors.joining()));
        checkError();
    }

    private static String escaped(int character) {
        return character < 0x80 ? String.valueOf((char) character) : String.format("\\u%04x", character);
    }

    private void checkError() throws IOException {
        if (out.checkError()) { // which flushes
            throw new IOException("nobody reads the output any more");
        }
    }

    @Override
    public void complete() throws IOException {
        checkError();
    }

    @Override
    public void close() {}
}
