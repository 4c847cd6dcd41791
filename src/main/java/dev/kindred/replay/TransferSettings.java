package dev.kindred.replay;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The file to send, and the part of it.
 *
 * @param file of events or items, gzip accepted
 * @param skip lines that an earlier run has already sent
 * @param limit greatest number of lines to read after those
 * @param rejected file that receives number and reason of every rejected line, if given
 */
public record TransferSettings(Path file, long skip, long limit, Optional<Path> rejected) {}
