package dev.kindred.query;

/** Finds the instance that has a user. Safe for many threads. */
@FunctionalInterface
public interface Directory {

    /** The directory of a single instance. */
    Directory ALONE = userId -> Home.UNKNOWN;

    /** The home of a user, as far as this instance knows; it may be out of date. */
    Home homeOf(String userId);

    /** The partition of a user; 0 in directories without partitions. */
    default int partitionOf(String userId) {
        return 0;
    }

    /** The home of all users in a partition; unknown in directories without partitions. */
    default Home homeOfPartition(int partition) {
        return Home.UNKNOWN;
    }

    /** Whether this instance goes on processing a partition amid a rebalance; false where that is unknown. */
    default boolean keeps(int partition) {
        return false;
    }
}
