package dev.kindred.query;

import dev.kindred.state.VectorScan;

/**
 * The vectors of one partition, in the order of the bytes of their users' ids.
 *
 * @param vectors those that are still to come
 * @param entries of all vectors of the partition, about
 */
public record PartitionScan(VectorScan vectors, long entries) {}
