package dev.kindred.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * Returns the same object for equal values.
 *
 * <p>It keeps a bounded number of values and then starts over, so that unused values do not stay for ever. Not thread
 * safe.
 */
final class Interner<T> {

    private final int limit;
    private final Map<T, T> known = new HashMap<>();

    Interner(int limit) {
        this.limit = limit;
    }

    T intern(T value) {
        T first = known.get(value);
        if (first != null) {
            return first;
        }
        if (known.size() == limit) {
            known.clear();
        }
        known.put(value, value);
        return value;
    }
}
