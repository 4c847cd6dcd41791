package dev.kindred.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Readers of the matrix while one thread writes as fast as it can. Every cell says by its weight and its types which user and
 * item it is of, so a reader recognizes a torn row or column, or one of somebody else.
 *
 * <p>A longer run: {@code mvn test -Dtest=MatrixUnderLoadTest -Dtest.jvm.options=-Dkindred.stress.changes=20000000}.
 */
final class MatrixUnderLoadTest {

    private static final int CHANGES = Integer.getInteger("kindred.stress.changes", 80_000);
    private static final int USERS = 2_000;
    private static final int ITEMS = 300;
    private static final long START_MS = 1_704_067_200_000L;
    private static final Decay NEVER = Decay.NONE;

    private final ItemDictionary items = new ItemDictionary();
    private final InteractionMatrix matrix = new InteractionMatrix(new MatrixSettings(40, 60, NEVER, NEVER), items, 1);
    private final Map<Long, Integer> usersByKey = new HashMap<>();

    private static float weight(int user, int item) {
        return 1 + (user * 31 + item) % 1009;
    }

    private static int types(int user, int item) {
        return 1 + (user * 17 + item) % 63;
    }

    private static CellKey key(int user, int item) {
        return new CellKey("user-" + user, "item-" + item);
    }

    @Test
    void showsEveryReaderWholeRowsAndColumns() throws Exception {
        for (int item = 0; item < ITEMS; item++) {
            items.numberOf("item-" + item);
        }
        for (int user = 0; user < USERS; user++) {
            usersByKey.put(UserKey.of("user-" + user), user);
        }
        int readers = Runtime.getRuntime().availableProcessors();
        CountDownLatch written = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        List<Future<Long>> reads = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            int seed = reader;
            reads.add(threads.submit(() -> read(new SplittableRandom(seed), written)));
        }

        write(new SplittableRandom(7));
        written.countDown();

        for (Future<Long> read : reads) {
            assertThat(read.get()).isPositive();
        }
        threads.shutdown();
    }

    /** Touches, adds and removes cells, so that rows grow, shrink and move, and users leave and return. */
    private void write(SplittableRandom random) {
        for (int i = 0; i < CHANGES; i++) {
            int user = random.nextInt(USERS);
            int item = Math.min(random.nextInt(ITEMS), random.nextInt(ITEMS));
            if (random.nextInt(4) == 0) {
                matrix.remove(key(user, item));
            } else {
                long touchedMs = START_MS + 100L * i;
                matrix.apply(key(user, item), new Affinity(weight(user, item), touchedMs, types(user, item)));
            }
        }
    }

    private long read(SplittableRandom random, CountDownLatch written) {
        RowBuffer rows = new RowBuffer();
        ColumnBuffer column = new ColumnBuffer();
        long reads = 0;
        while (written.getCount() > 0 || reads == 0) {
            MatrixView view = matrix.view();
            int item = random.nextInt(ITEMS);
            view.readColumn(item, column);
            check(column.size() <= 40, "an audience is too large");
            rows.clear();
            for (int i = 0; i < column.size(); i++) {
                check(column.weight(i) == Math.rint(column.weight(i)) && column.weight(i) >= 1, "a torn entry");
                view.readRow(column.slot(i), rows);
                checkRow(rows, rows.rows() - 1);
            }
            reads++;
        }
        return reads;
    }

    private void checkRow(RowBuffer rows, int row) {
        double squaredNorm = 0;
        int rank = 0;
        for (int place = rows.start(row); place < rows.end(row); place++) {
            int user = usersByKey.getOrDefault(rows.key(row), -1);
            check(rows.weight(place) == weight(user, rows.item(place)), "a weight of another cell");
            check(rows.types(row, place) == types(user, rows.item(place)), "types of another cell");
            check(rows.rank(place) >= rank, "ranks out of order");
            check(rows.find(row, rows.item(place)) == place, "an item twice");
            rank = rows.rank(place);
            squaredNorm += (double) rows.weight(place) * rows.weight(place);
        }
        float inverseNorm = squaredNorm == 0 ? 0 : (float) (1 / Math.sqrt(squaredNorm));
        check(rows.size(row) == 0 || rows.inverseNorm(row) == inverseNorm, "the norm of another row");
    }

    private static void check(boolean isSo, String problem) {
        if (!isSo) {
            throw new AssertionError(problem);
        }
    }
}
