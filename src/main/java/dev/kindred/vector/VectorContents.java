package dev.kindred.vector;

import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.MovedCell;
import dev.kindred.model.MovedHabits;
import dev.kindred.model.VectorContent;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes of a vector what another one can {@linkplain UserVector#takeUp take up}. */
public final class VectorContents {

    private static final Comparator<MovedCell> LAST_TOUCHED_FIRST =
            Comparator.comparingLong(MovedCell::touchedMs).reversed().thenComparing(MovedCell::itemId);

    private VectorContents() {}

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
                Optional.of(moved(vector.header().habits())),
                IntStream.range(0, vector.size())
                        .mapToObj(i -> moved(dictionary.idOf(vector.item(i)), vector.cell(i)))
                        .sorted(LAST_TOUCHED_FIRST)
                        .limit(most)
                        .toList());
    }

    private static MovedHabits moved(Habits habits) {
        Map<InteractionType, Long> events = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            events.put(type, habits.events().of(type));
        }
        return new MovedHabits(
                habits.firstEventMs(),
                habits.sessions(),
                events,
                counts(habits.hours()),
                counts(habits.weekdays()),
                habits.paidPurchases(),
                habits.spent());
    }

    private static List<Integer> counts(Histogram histogram) {
        return IntStream.range(0, histogram.size()).mapToObj(histogram::count).toList();
    }

    /** Habits that were moved, as a vector has them. */
    static Habits arrived(MovedHabits habits) {
        return new Habits(
                habits.sessions() == 0 ? Habits.NONE.firstEventMs() : habits.firstEventMs(),
                habits.sessions(),
                EventCounts.of(type -> habits.events().getOrDefault(type, 0L)),
                histogram(habits.hours()),
                histogram(habits.weekdays()),
                habits.paidPurchases(),
                habits.spent());
    }

    private static Histogram histogram(List<Integer> counts) {
        byte[] bytes = new byte[counts.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = counts.get(i).byteValue();
        }
        return Histogram.wrap(bytes);
    }

    private static MovedCell moved(String itemId, Cell asOfNow) {
        return new MovedCell(itemId, asOfNow.affinity(), asOfNow.touchedMs(), asOfNow.interest(), asOfNow.types());
    }
}
