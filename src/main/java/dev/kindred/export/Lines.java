package dev.kindred.export;

import java.io.IOException;

/** Where the lines of an export go. Closed without being complete, it is to leave nothing that looks whole. */
public interface Lines extends AutoCloseable {

    /** Adds a line, which holds no line break. */
    void add(String line) throws IOException;

    /** Says that all lines are there. */
    void complete() throws IOException;

    @Override
    void close() throws IOException;
}
