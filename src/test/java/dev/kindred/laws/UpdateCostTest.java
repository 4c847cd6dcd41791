package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.matrix.ColumnBuffer;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.UserKey;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.testing.Copies;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Law: an update concerns the users of the kept row, the audience of the event's item, and whoever changed since, however
 * many users and items there are. Work is counted by the users that an uncapped row has met in the end.
 */
final class UpdateCostTest {

    private static final int AUDIENCE = 10;
    private static final int KEPT = 5;
    private static final int ITEMS = 40;
    private static final String ASKER = "asker";
    private static final long LATER_MS = Streams.START_MS + 365L * 24 * 3_600_000;

    private final Shop shop = new Shop(
            new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 0.8, ITEMS, 0),
            new MatrixSettings(AUDIENCE, 1_000, Decay.NONE, Decay.NONE));
    private final NeighborSearch narrow = new NeighborSearch(new SimilaritySettings(KEPT, KEPT, 0));
    private final NeighborSearch uncapped = new NeighborSearch(new SimilaritySettings(100_000, KEPT, 0));
    private final SimilarityRow row = new SimilarityRow();

    private VectorChange act(RandomGenerator random, String user, int minute) {
        String item = "item-" + random.nextInt(ITEMS);
        return shop.learn(Streams.click(user, item, LATER_MS + minute * 60_000L));
    }

    private void refresh(NeighborSearch search, VectorChange change) {
        search.update(UserKey.of(ASKER), shop.vector(ASKER), change, row, shop.view());
    }

    private Set<Integer> met() {
        Set<Integer> slots = new HashSet<>();
        for (int i = 0; i < row.size(); i++) {
            slots.add(row.slot(i));
        }
        return slots;
    }

    private static Set<Integer> usersSince(MatrixView view, int item, long sequence) {
        ColumnBuffer changed = Copies.changes(view, item, sequence);
        Set<Integer> slots = new HashSet<>();
        for (int i = 0; i < changed.size(); i++) {
            slots.add(changed.slot(i));
        }
        return slots;
    }

    private Set<Integer> changedSince(long sequence, UserVector vector) {
        Set<Integer> slots = new HashSet<>();
        for (int i = 0; i < vector.size(); i++) {
            slots.addAll(usersSince(shop.view(), vector.item(i), sequence));
        }
        return slots;
    }

    @RandomTest
    void readsTheRowTheAudienceOfTheItemAndTheChanges(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 3_000, 500, ITEMS));
        for (int minute = 0; minute < 30; minute++) {
            refresh(narrow, act(random, ASKER, minute));
        }
        Set<Integer> expected = met();
        long seen = row.sequence();
        act(random, "user-1", 30);
        act(random, "newcomer", 31);
        VectorChange change = act(random, ASKER, 32);
        MatrixView view = shop.view();

        refresh(uncapped, change);

        assertThat(expected).hasSize(KEPT);
        expected.addAll(usersSince(view, change.item(), 0));
        expected.addAll(changedSince(seen, shop.vector(ASKER)));
        assertThat(expected).hasSizeLessThanOrEqualTo(KEPT + AUDIENCE + 3);
        assertThat(met()).isNotEmpty().isSubsetOf(expected);
    }

    @RandomTest
    void readsTheAudiencesOfTheHistoryFromScratch(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 3_000, 500, ITEMS));
        VectorChange change = act(random, ASKER, 0);
        for (int minute = 1; minute < 4; minute++) {
            change = act(random, ASKER, minute);
        }

        refresh(uncapped, change);

        assertThat(met()).hasSizeBetween(1, 4 * AUDIENCE).isSubsetOf(changedSince(0, shop.vector(ASKER)));
    }
}
