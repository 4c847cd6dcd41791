package dev.kindred.state;

/**
 * The memory limits of the state of one process, without the matrix.
 *
 * @param rocksDbBytes off heap: block cache and write buffers of all RocksDB stores together
 * @param hotVectorBytes on heap: decoded vectors of recently active users, over all tasks
 * @param hotSimilarityBytes on heap: similarity rows of recently active users, over all tasks
 */
public record StateSettings(long rocksDbBytes, long hotVectorBytes, long hotSimilarityBytes) {}
