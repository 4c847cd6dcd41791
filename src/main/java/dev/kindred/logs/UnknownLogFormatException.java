package dev.kindred.logs;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not laid out as any known format, or not as the one asked for; the message lists the formats. */
public final class UnknownLogFormatException extends IOException {

    UnknownLogFormatException(Path file, String problem) {
        super(file + " " + problem + ". Choose the format that the file is in, or convert it to csv. Formats:"
                + LogFormat.list());
    }
}
