package dev.kindred.state;

/**
 * The memory that state may take in one process, besides the matrix.
 *
 * @param rocksDbBytes off the heap: block cache and write buffers of all RocksDB stores together
 * @param hotVectorBytes on the heap: decoded vectors of recently active users, over all tasks
 * @param hotSimilarityBytes on the heap: similarity rows of recently active users, over all tasks
 */
public record StateSettings(long rocksDbBytes, long hotVectorBytes, long hotSimilarityBytes) {}
