package dev.kindred.bench;

import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemDictionary;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A matrix full of cells, and the traffic that keeps it moving. Items follow Zipf's law.
 *
 * <p>Traffic repeats the last draws of the filling at later times: a cell is touched again, so that the matrix neither
 * grows nor loses its skew, while its user, long out of a popular item's audience, is as good as new to it.
 */
final class Model {

    static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    private static final MatrixSettings SETTINGS =
            new MatrixSettings(200, 2000, MONTH, Decay.ofHalfLife(Duration.ofDays(7)));
    private static final long START_MS = 1_704_067_200_000L;
    private static final long MS_PER_CELL = 250;
    private static final int REPEATED = 1 << 20;

    private static @Nullable Model shared;

    final InteractionMatrix matrix;
    final ItemDictionary dictionary = new ItemDictionary();
    private final SplittableRandom random = new SplittableRandom(1);
    private final int[] repeatedUsers = new int[REPEATED];
    private final int[] repeatedItems = new int[REPEATED];
    private final String[] userIds;
    private final String[] itemIds;
    private int drawn;
    private long timeMs = START_MS;

    private Model(int users, int items) {
        userIds = ids("user-", users);
        itemIds = ids("item-", items);
        matrix = new InteractionMatrix(SETTINGS, dictionary, 1);
    }

    private static String[] ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    /** A model without a cell. */
    static Model empty(int users, int items) {
        return new Model(users, items);
    }

    /** A filled model; benchmarks in one process share it, if their sizes are the same. */
    static synchronized Model filled(int users, int items, int cells) {
        Model model = shared;
        if (model == null || model.userIds.length != users || model.itemIds.length != items) {
            model = empty(users, items);
            model.fill(cells);
            shared = model;
        }
        return model;
    }

    /** Applies cells of random users until there are so many different ones. */
    void fill(int cells) {
        while (matrix.cells() < cells) {
            int at = drawn++ % REPEATED;
            repeatedUsers[at] = random.nextInt(userIds.length);
            repeatedItems[at] = zipf(itemIds.length);
            apply(at);
        }
    }

    /** Log-uniform, which is Zipf's law with exponent 1. */
    private int zipf(int n) {
        return Math.min((int) Math.pow(n + 1.0, random.nextDouble()) - 1, n - 1);
    }

    /** Touches one more cell. */
    void applyNext() {
        apply(drawn++ & (REPEATED - 1));
    }

    private void apply(int at) {
        Affinity affinity = new Affinity(1 + random.nextInt(4), nextTimeMs(), InteractionType.CLICK.bit());
        matrix.apply(new CellKey(userIds[repeatedUsers[at]], itemIds[repeatedItems[at]]), affinity);
    }

    /** An item, popular ones more often. */
    String anyItem() {
        return itemIds[zipf(itemIds.length)];
    }

    /** The time of the next event. */
    long nextTimeMs() {
        timeMs += MS_PER_CELL;
        return timeMs;
    }
}
