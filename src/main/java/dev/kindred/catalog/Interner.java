package dev.kindred.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives for equal values the same object.
 *
 * <p>It remembers a bounded number of them and then begins anew, so that values that nobody has any more do not stay for
 * ever. Not thread safe.
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
