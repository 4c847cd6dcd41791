package dev.kindred.experiment;

import dev.kindred.model.Ids;

/**
 * The outcomes of the lists of one variant on one day.
 *
 * @param day of the lists, in days of UTC since 1970
 * @param variant its name
 */
public record DailyCounts(long day, String variant, Counts counts) {

    public DailyCounts {
        Ids.checkName(variant);
    }
}
