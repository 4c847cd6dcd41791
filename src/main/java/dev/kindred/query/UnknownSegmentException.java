package dev.kindred.query;

import java.util.List;

/** No segment has this name. */
public final class UnknownSegmentException extends QueryException {

    /** @param known the names that there are, which come from a file of the shop */
    public UnknownSegmentException(List<String> known) {
        super(
                known.isEmpty()
                        ? "no segments are defined: set segments.file to a file that defines some"
                        : "the segments are " + String.join(", ", known));
    }
}
