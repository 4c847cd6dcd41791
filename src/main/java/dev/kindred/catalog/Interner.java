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

    private final int most;
    private final Map<T, T> known = new HashMap<>();

    Interner(int most) {
        this.most = most;
    }

    T intern(T value) {
        T first = known.get(value);
        if (first != null) {
            return first;
        }
        if (known.size() == most) {
            known.clear();
        }
        known.put(value, value);
        return value;
    }
}
