package dev.kindred.query;

/** Knows which instance has which user. Safe for many threads. */
@FunctionalInterface
public interface Directory {

    /** The directory of an instance that is alone. */
    Directory ALONE = userId -> Home.UNKNOWN;

    /** Where a user is, as far as this instance knows now: it may have changed since. */
    Home homeOf(String userId);

    /** The same of all users in a partition; nobody knows, unless a directory knows of partitions. */
    default Home homeOfPartition(int partition) {
        return Home.UNKNOWN;
    }
}
