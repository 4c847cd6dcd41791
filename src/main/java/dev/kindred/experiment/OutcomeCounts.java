package dev.kindred.experiment;

import java.util.List;

/** The counts of outcomes that an instance has read. Safe for many threads. */
public interface OutcomeCounts {

    /** No counts: for an instance without feedback. */
    OutcomeCounts NONE = scenario -> List.of();

    /**
     * The counts of a scenario in any order. A day may come in several parts, which add up.
     *
     * @param scenario its name
     */
    List<DailyCounts> of(String scenario);
}
