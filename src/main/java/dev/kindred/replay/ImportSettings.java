package dev.kindred.replay;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to import.
 *
 * @param file of items, gzip accepted
 * @param skip lines that an earlier import has already sent
 * @param limit the most lines to read
 * @param rejected receives every rejected line's number and reason, when given
 */
public record ImportSettings(Path file, long skip, long limit, Optional<Path> rejected) {

    Transfer.Extent extent() {
        return new Transfer.Extent(skip, limit, rejected);
    }
}
