package dev.kindred.export;

/**
 * What an export has done so far.
 *
 * @param examined users who were looked at
 * @param members those of them who belong to the segment
 * @param gone members who were no users any more when their lists were asked for
 */
public record ExportReport(long examined, long members, long gone) {

    /** Nothing yet. */
    static final ExportReport START = new ExportReport(0, 0, 0);

    /** Members whose lists are written. */
    public long written() {
        return members - gone;
    }

    /** The same after one more page. */
    ExportReport plus(long moreExamined, long moreMembers, long moreGone) {
        return new ExportReport(examined + moreExamined, members + moreMembers, gone + moreGone);
    }
}
