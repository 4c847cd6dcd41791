package dev.kindred.replay;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What of a file is sent.
 *
 * @param file of events or items, gzip accepted
 * @param skip lines that an earlier run has already sent
 * @param limit the most lines to read after those
 * @param rejected receives every rejected line's number and reason, when given
 */
public record TransferSettings(Path file, long skip, long limit, Optional<Path> rejected) {}
