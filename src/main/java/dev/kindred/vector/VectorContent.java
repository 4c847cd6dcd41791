package dev.kindred.vector;

import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Require;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The content of a user's vector, which another vector can {@linkplain UserVector#mergeFrom merge}.
 *
 * @param events the number of its events, positive
 * @param timeMs the time of its latest event, in epoch milliseconds; all interests are as of this time
 * @param habits the user's habits; empty if they were not sent
 * @param cells one for each item, at least one
 */
public record VectorContent(long events, long timeMs, Optional<Habits> habits, List<MovedCell> cells) {

    private static final Comparator<MovedCell> LAST_TOUCHED_FIRST =
            Comparator.comparingLong(MovedCell::touchedMs).reversed().thenComparing(MovedCell::itemId);

    public VectorContent {
        cells = List.copyOf(cells);
        Require.that(events >= 1, "events must be positive", events);
        Require.that(!cells.isEmpty(), "a vector that moves must have a cell");
    }

    /**
     * A {@link Cell} that names its item, with an interest as of the time of the vector.
     *
     * @param itemId not empty
     * @param affinity finite
     * @param interest finite
     */
    public record MovedCell(String itemId, double affinity, long touchedMs, double interest, int types) {

        public MovedCell {
            Require.that(!itemId.isEmpty(), "itemId must not be empty");
            if (!Double.isFinite(affinity) || !Double.isFinite(interest)) {
                throw new IllegalArgumentException(
                        "affinity and interest must be finite, got " + affinity + " and " + interest);
            }
        }

        private static MovedCell of(String itemId, Cell asOfNow) {
            return new MovedCell(itemId, asOfNow.affinity(), asOfNow.touchedMs(), asOfNow.interest(), asOfNow.types());
        }
    }

    /**
     * The content of a vector, as of its own time.
     *
     * @param vector of a user who has items
     * @param limit the greatest number of items; the ones touched last are kept
     */
    public static VectorContent of(UserVector vector, ItemDictionary dictionary, int limit) {
        return new VectorContent(
                vector.version(),
                vector.header().timeMs(),
                Optional.of(vector.header().habits()),
                IntStream.range(0, vector.size())
                        .mapToObj(i -> MovedCell.of(dictionary.idOf(vector.item(i)), vector.cell(i)))
                        .sorted(LAST_TOUCHED_FIRST)
                        .limit(limit)
                        .toList());
    }
}
