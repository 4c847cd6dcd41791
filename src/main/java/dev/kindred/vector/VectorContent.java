package dev.kindred.vector;

import dev.kindred.model.ItemDictionary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a user's vector holds, in terms that another vector can {@linkplain UserVector#mergeFrom take up}.
 *
 * @param events how many events made it, positive
 * @param timeMs the greatest time of its events, in epoch milliseconds; all interests are as of then
 * @param habits when and how the user comes; empty if that was not sent
 * @param cells one for each item, at least one
 */
public record VectorContent(long events, long timeMs, Optional<Habits> habits, List<MovedCell> cells) {

    private static final Comparator<MovedCell> LAST_TOUCHED_FIRST =
            Comparator.comparingLong(MovedCell::touchedMs).reversed().thenComparing(MovedCell::itemId);

    public VectorContent {
        cells = List.copyOf(cells);
        if (events < 1) {
            throw new IllegalArgumentException("events must be positive, got " + events);
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a vector that moves must have a cell");
        }
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
            if (itemId.isEmpty()) {
                throw new IllegalArgumentException("itemId must not be empty");
            }
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
     * What a vector holds, as of its own time.
     *
     * @param vector of a user who has items
     * @param most items that are given, the ones touched last
     */
    public static VectorContent of(UserVector vector, ItemDictionary dictionary, int most) {
        return new VectorContent(
                vector.version(),
                vector.header().timeMs(),
                Optional.of(vector.header().habits()),
                IntStream.range(0, vector.size())
                        .mapToObj(i -> MovedCell.of(dictionary.idOf(vector.item(i)), vector.cell(i)))
                        .sorted(LAST_TOUCHED_FIRST)
                        .limit(most)
                        .toList());
    }
}
