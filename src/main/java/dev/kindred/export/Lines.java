package dev.kindred.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Where the lines of an export go. Closed without being complete, it is to leave nothing that looks whole. */
public interface Lines extends AutoCloseable {

    /** Adds a line, which holds no line break. */
    void add(String line) throws IOException;

    /** Says that all lines are there. */
    void complete() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Lines of JSON on a terminal or in a pipe, in ASCII, as the encoding of an output is that of its surroundings. Readers
     * learn from the status of the command whether they are all.
     *
     * @param out stays open
     */
    static Lines printed(PrintWriter out) {
        return new Lines() {
            @Override
            public void add(String line) throws IOException {
                out.println(line.chars().mapToObj(Lines::escaped).collect(Collectors.joining()));
                complete();
            }

            @Override
            public void complete() throws IOException {
                if (out.checkError()) { // which flushes
                    throw new IOException("nobody reads the output any more");
                }
            }

            @Override
            public void close() {}
        };
    }

    private static String escaped(int character) {
        return character < 0x80 ? String.valueOf((char) character) : String.format("\\u%04x", character);
    }
}
