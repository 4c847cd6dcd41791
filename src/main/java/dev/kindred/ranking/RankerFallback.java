package dev.kindred.ranking;

/** Why a list kept the order of its blend instead of that of its ranker. */
public enum RankerFallback {
    /** The ranker took longer than its budget. */
    TIMEOUT,
    /** The ranker failed, or a score was no finite number. */
    FAILURE
}
