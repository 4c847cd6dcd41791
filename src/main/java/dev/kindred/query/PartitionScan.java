package dev.kindred.query;

import dev.kindred.state.VectorScan;

/**
 * The vectors of one partition, in the order of the bytes of their users' ids.
 *
 * @param vectors the remaining ones
 * @param entries the estimated number of entries of all vectors of the partition
 */
public record PartitionScan(VectorScan vectors, long entries) {}
