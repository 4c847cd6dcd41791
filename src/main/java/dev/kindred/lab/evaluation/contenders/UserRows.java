package dev.kindred.lab.evaluation.contenders;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct items of every user, in the order of their first touch; users and items as numbers. */
final class UserRows {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<IntArrayList> rows = new ArrayList<>();

    /** The number of a user; a new user gets the next one. */
    int numberOf(String userId) {
        return numbers.computeIfAbsent(userId, u -> {
            rows.add(new IntArrayList());
            return rows.size() - 1;
        });
    }

    /** Adds an item to a user's row. Returns whether it is new. */
    boolean add(int user, int item) {
        IntArrayList row = rows.get(user);
        return !row.contains(item) && row.add(item);
    }

    IntArrayList of(int user) {
        return rows.get(user);
    }
}
