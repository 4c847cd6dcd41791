package dev.kindred.lab.bench;

import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A matrix of any number of cells, and traffic that changes it. Items follow Zipf's law.
 *
 * <p>Traffic repeats the last draws of the filling at later times: a cell is touched again, so that the matrix neither
 * grows nor loses its skew, while its user, evicted long ago from a popular item's audience, is nearly new to it.
 */
final class SyntheticMatrix {

    private static final long START_MS = 1_704_067_200_000L;
    private static final long MS_PER_CELL = 250;
    private static final int REPEATED = 1 << 20;

    private final InteractionMatrix matrix;
    private final ItemDictionary dictionary = new ItemDictionary();
    private final SplittableRandom random = new SplittableRandom(1);
    private final int[] repeatedUsers = new int[REPEATED];
    private final int[] repeatedItems = new int[REPEATED];
    private final String[] userIds;
    private final String[] itemIds;
    private long drawn;
    private long repeated;
    private long timeMs = START_MS;

    /** A matrix without a cell. */
    SyntheticMatrix(MatrixSettings settings, int users, int items) {
        userIds = ids("user-", users);
        itemIds = ids("item-", items);
        matrix = new InteractionMatrix(settings, dictionary, 1);
    }

    private static String[] ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    InteractionMatrix matrix() {
        return matrix;
    }

    ItemDictionary dictionary() {
        return dictionary;
    }

    /** Applies the cell of a random user and item, which may already exist. */
    void applyNew() {
        int at = (int) (drawn++ % REPEATED);
        repeatedUsers[at] = random.nextInt(userIds.length);
        repeatedItems[at] = zipf(itemIds.length);
        apply(at);
    }

    /** Log-uniform, which is Zipf's law with exponent 1. */
    private int zipf(int n) {
        return Math.min((int) Math.pow(n + 1.0, random.nextDouble()) - 1, n - 1);
    }

    /** Touches one more of the last new cells; requires at least one. */
    void applyAgain() {
        apply((int) (repeated++ % Math.min(drawn, REPEATED)));
    }

    private void apply(int at) {
        Affinity affinity = new Affinity(1 + random.nextInt(4), nextTimeMs(), InteractionType.CLICK.bit());
        matrix.apply(new CellKey(userIds[repeatedUsers[at]], itemIds[repeatedItems[at]]), affinity);
    }

    /** A random item; popular ones are more frequent. */
    String anyItem() {
        return itemIds[zipf(itemIds.length)];
    }

    /** The time of the next event. */
    long nextTimeMs() {
        timeMs += MS_PER_CELL;
        return timeMs;
    }
}
