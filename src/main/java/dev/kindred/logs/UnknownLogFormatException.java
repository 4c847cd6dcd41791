package dev.kindred.logs;

import java.io.IOException;
import java.nio.file.Path;

/** A file does not have a known format, or not the requested one; the message says what was seen. */
public final class UnknownLogFormatException extends IOException {

    /** A problem whose cure may be another format: the message lists them. */
    UnknownLogFormatException(Path file, String problem) {
        this(file, problem, true);
    }

    UnknownLogFormatException(Path file, String problem, boolean listsFormats) {
        super(file + " " + problem
                + (listsFormats
                        ? ". Choose the format of the file, name its columns with --map, or convert it to csv. Formats:"
                                + LogFormat.list()
                        : ""));
    }
}
