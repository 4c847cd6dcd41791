package dev.kindred.ranking;

/**
 * Sums of one task. Those of all partitions add up.
 *
 * @param partition of the users
 * @param sums not a copy: nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StatisticsRow(StatisticsKey key, int partition, long[] sums) {}
