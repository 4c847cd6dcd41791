package dev.kindred.similarity;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.testing.Copies;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SimilarItemsCacheTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    private static final MatrixSettings SETTINGS = new MatrixSettings(8, 30, MONTH, MONTH);

    private final Shop shop = new Shop(new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 1, 20, 0), SETTINGS);

    private static SimilarItemsSettings settings(int cached, double staleness) {
        return new SimilarItemsSettings(Normalization.COSINE, 1, 0, 10, cached, staleness);
    }

    private SimilarItems search() {
        return new SimilarItems(settings(1, 0), shop.items());
    }

    private ItemNeighbors find(SimilarItemsCache cache, String item) {
        return cache.find(shop.items().numberOf(item), search(), shop.view());
    }

    @RandomTest
    void isExactlyFreshWithoutStaleness(RandomGenerator random) {
        SimilarItemsCache cache = new SimilarItemsCache(settings(7, 0)); // fewer than items: they evict each other
        for (Interaction event : Streams.random(random, 500, 30, 20)) {
            shop.learn(event);
            int item = random.nextInt(shop.items().size());

            for (int time = 0; time < 2; time++) {
                Map<String, Double> found = Similars.byId(cache.find(item, search(), shop.view()), shop);

                ItemNeighbors fresh = search().find(item, 10, Evidence.ALL, shop.view());
                assertThat(found).containsExactlyEntriesOf(Similars.byId(fresh, shop));
            }
        }
        assertThat(cache.hits()).isEqualTo(500);
        assertThat(cache.misses()).isEqualTo(500);
    }

    /** The state of the matrix when a list was computed. */
    private record Moment(long sequence, Map<Integer, Long> audience) {

        static Moment of(int item, MatrixView view) {
            return new Moment(view.sequence(), Copies.sequences(view, item));
        }

        /** The slow twin: the fraction of the audience that changed. */
        double changedTo(Moment now) {
            long same = audience.entrySet().stream()
                    .filter(user -> user.getValue().equals(now.audience.get(user.getKey())))
                    .count();
            int larger = Math.max(audience.size(), now.audience.size());
            return larger == 0 ? 0 : (double) (larger - same) / larger;
        }
    }

    @RandomTest
    void isNeverStalerThanAllowed(RandomGenerator random) {
        double staleness = 0.25;
        SimilarItemsCache cache = new SimilarItemsCache(settings(100, staleness));
        IdentityHashMap<ItemNeighbors, Moment> computed = new IdentityHashMap<>();
        for (Interaction event : Streams.random(random, 2000, 30, 20)) {
            shop.learn(event);
            int item = random.nextInt(shop.items().size());

            ItemNeighbors found = cache.find(item, search(), shop.view());

            Moment now = Moment.of(item, shop.view());
            Moment then = computed.computeIfAbsent(found, list -> now);
            assertThat(then.changedTo(now)).isLessThanOrEqualTo(staleness);
            assertThat((double) now.sequence() - then.sequence())
                    .isLessThanOrEqualTo(staleness * shop.view().cells());
        }
        assertThat(cache.hits()).isPositive();
        assertThat(computed).hasSize((int) cache.misses());
    }

    @Test
    void recomputesInANewEpoch() {
        SimilarItemsCache cache = new SimilarItemsCache(settings(100, 1));
        shop.learn(click("ann", "tea", START_MS));
        shop.learn(click("ann", "cup", START_MS));
        ItemNeighbors first = find(cache, "tea");

        shop.learn(click("bob", "hat", START_MS));
        assertThat(find(cache, "tea")).isSameAs(first);

        InteractionMatrix next = new InteractionMatrix(SETTINGS, shop.items(), 2);
        next.apply(new CellKey("ann", "tea"), new Affinity(1, START_MS, 1));
        assertThat(cache.find(shop.items().numberOf("tea"), search(), next.view()))
                .isNotSameAs(first);
    }

    @Test
    void recomputesWhenOnlyTheRestOfTheMatrixChanged() {
        SimilarItemsCache cache = new SimilarItemsCache(settings(100, 0.5));
        shop.learn(click("ann", "tea", START_MS));
        shop.learn(click("ann", "cup", START_MS));
        ItemNeighbors first = find(cache, "tea");

        shop.learn(click("bob", "cup", START_MS));
        assertThat(find(cache, "tea")).isSameAs(first); // 1 change, 3 cells

        shop.learn(click("cal", "cup", START_MS)); // 2 changes, 4 cells
        shop.learn(click("cal", "cup", START_MS)); // 3 changes, 4 cells
        assertThat(Similars.byId(find(cache, "tea"), shop))
                .isEqualTo(Similars.byId(
                        search().find(shop.items().numberOf("tea"), 10, Evidence.ALL, shop.view()), shop));
        assertThat(cache.misses()).isEqualTo(2);
    }
}
