package dev.kindred.replay;

import dev.kindred.logs.LogFormat;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to replay, and how.
 *
 * @param file a recorded log, gzip accepted
 * @param format of the file
 * @param skip lines that an earlier replay has already sent
 * @param limit the most lines to read
 * @param rejected receives every rejected line's number and reason, when given
 */
public record ReplaySettings(Path file, LogFormat format, long skip, long limit, Optional<Path> rejected) {

    Transfer.Extent extent() {
        return new Transfer.Extent(skip, limit, rejected);
    }
}
