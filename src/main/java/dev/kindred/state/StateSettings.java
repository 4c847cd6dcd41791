package dev.kindred.state;

import java.util.Optional;

/**
 * How the state of one process, without the matrix, is kept.
 *
 * @param rocksDbBytes off heap: block cache and write buffers of all RocksDB stores together
 * @param hotVectorBytes on heap: decoded vectors of recently active users, over all tasks
 * @param hotSimilarityBytes on heap: similarity rows of recently active users, over all tasks
 * @param seal encrypts the values of vectors and similarities, on the disk and in their changelog
 */
public record StateSettings(long rocksDbBytes, long hotVectorBytes, long hotSimilarityBytes, Optional<Seal> seal) {

    /** State in clear. */
    public StateSettings(long rocksDbBytes, long hotVectorBytes, long hotSimilarityBytes) {
        this(rocksDbBytes, hotVectorBytes, hotSimilarityBytes, Optional.empty());
    }
}
