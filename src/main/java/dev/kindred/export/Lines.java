package dev.kindred.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** The output of an export. If it is closed before it is complete, it must leave no file that looks complete. */
public interface Lines extends AutoCloseable {

    /** Adds a line, which contains no line break. */
    void add(String line) throws IOException;

    /** Marks the output as complete. */
    void complete() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Lines of JSON on a terminal or in a pipe, in ASCII, because the encoding of an output depends on the environment.
     * The exit status of the command states whether the lines are complete.
     *
     * @param out is not closed
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
                    throw new IOException("the reader closed the output");
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
