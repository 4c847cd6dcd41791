package dev.kindred.logs;

import java.io.IOException;
import java.nio.file.Path;

/** A file does not have a known format, or not the requested one; the message lists the formats. */
public final class UnknownLogFormatException extends IOException {

    UnknownLogFormatException(Path file, String problem) {
        super(file + " " + problem + ". Choose the format of the file, or convert it to csv. Formats:"
                + LogFormat.list());
    }
}
