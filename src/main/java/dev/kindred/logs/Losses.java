package dev.kindred.logs;

import java.util.ArrayList;
import java.util.List;

/** The fields of an item that could not be read. */
final class Losses {

    /** Reads a field. */
    interface Reading<T> {
        T read() throws RejectedLineException;
    }

    private final List<String> reasons = new ArrayList<>(0);

    /** The field, or the given value and a loss if it cannot be read. */
    <T> T field(T absent, Reading<T> reading) {
        try {
            return reading.read();
        } catch (RejectedLineException e) {
            add(String.valueOf(e.getMessage()));
            return absent;
        }
    }

    void add(String reason) {
        reasons.add(reason);
    }

    /** Field and broken rule of each, in the order in which they were found. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }
}
