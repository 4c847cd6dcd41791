package dev.kindred.model;

import java.util.List;
import java.util.Optional;

/**
 * What a user's vector holds, in terms that another vector can take up.
 *
 * @param events how many events made it, positive
 * @param timeMs the greatest time of its events, in epoch milliseconds; all interests are as of then
 * @param habits when and how the user comes; empty if that was not sent
 * @param cells one for each item, at least one
 */
public record VectorContent(long events, long timeMs, Optional<MovedHabits> habits, List<MovedCell> cells) {

    public VectorContent {
        cells = List.copyOf(cells);
        if (events < 1) {
            throw new IllegalArgumentException("events must be positive, got " + events);
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a vector that moves must have a cell");
        }
    }
}
