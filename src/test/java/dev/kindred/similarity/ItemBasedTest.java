package dev.kindred.similarity;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.InteractionType;
import dev.kindred.similarity.ItemBased.Part;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ItemBasedTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final double OWN = 0.3;

    private final Shop shop = new Shop(
            new VectorSettings(weights(), MONTH, MONTH, 0.8, 1000, 0), new MatrixSettings(1000, 1000, MONTH, MONTH));

    private static TypeWeights weights() {
        Map<InteractionType, Double> weights = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, type == InteractionType.DISLIKE ? -1.0 : 1.0);
        }
        return TypeWeights.of(weights);
    }

    private ItemBased strategy(double negligible, double ownHistory, SimilarItemsSettings settings) {
        return new ItemBased(
                negligible,
                ownHistory,
                new SimilarItems(settings, shop.items()),
                new SimilarItemsCache(settings),
                shop.items());
    }

    private List<String> ids(int[] items) {
        return IntStream.of(items).mapToObj(shop.items()::idOf).toList();
    }

    @Test
    void scoresNothingForAnEmptyVector() {
        for (int i = 0; i < 3000; i++) { // more items than the initial capacity
            shop.learn(click("ann", "item-" + i, START_MS));
        }
        ItemBased strategy = strategy(0, 0, new SimilarItemsSettings(10));

        strategy.score(shop.vector("me"), shop.view());

        assertThat(strategy.score(2999)).isZero();
        assertThat(strategy.parts(2999)).isEmpty();
    }

    @Test
    void addsUpTheSimilaritiesToOwnItems() {
        shop.learn(click("ann", "tea", START_MS));
        shop.learn(click("ann", "cup", START_MS));
        shop.learn(click("bob", "pot", START_MS));
        shop.learn(click("bob", "cup", START_MS));
        UserVector me = shop.vector("me");
        me.learn(click("me", "tea", START_MS));
        me.learn(click("me", "pot", START_MS));
        ItemBased strategy = strategy(0, 0, new SimilarItemsSettings(10));

        strategy.score(me, shop.view());

        // tea and pot are each (1,0) or (0,1) against cup's (1,1): cosine 1/√2, times an interest of 1/√2
        assertThat(ids(strategy.best(9, item -> true))).containsExactly("cup");
        assertThat(strategy.score(shop.items().numberOf("cup"))).isCloseTo(1, within(1e-6));
        assertThat(strategy.parts(shop.items().numberOf("cup")))
                .extracting(Part::item)
                .containsExactlyInAnyOrder(
                        shop.items().numberOf("tea"), shop.items().numberOf("pot"));
        assertThat(strategy.best(9, item -> false)).isEmpty();
    }

    @RandomTest
    void equalsANaiveComputation(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 40, 50));
        Similars twin = new Similars(Evidence.ALL, shop.view());
        for (Normalization normalization : Normalization.values()) {
            SimilarItemsSettings settings = new SimilarItemsSettings(normalization, 1, 0.5, 100, 100, 0);
            ItemBased strategy = strategy(0.05, OWN, settings);

            for (int user = 0; user < 5; user++) {
                UserVector vector = shop.vector("user-" + user);
                strategy.score(vector, shop.view());

                for (int item = 0; item < shop.items().size(); item++) {
                    assertThat(strategy.score(item)).isCloseTo(score(vector, item, settings, twin), within(1e-6));
                }
            }
        }
    }

    /** The slow twin. */
    private double score(UserVector vector, int item, SimilarItemsSettings settings, Similars twin) {
        double strongest = IntStream.range(0, vector.size())
                .mapToDouble(i -> Math.abs(vector.interest(i)))
                .max()
                .orElse(0);
        double score = 0;
        double squaredNorm = 0;
        for (int i = 0; i < vector.size(); i++) {
            double interest = vector.interest(i);
            if (Math.abs(interest) >= 0.05 * strongest) {
                double similarity = Math.max(0, twin.similarity(vector.item(i), item, settings));
                score += interest * (vector.item(i) == item ? OWN : similarity);
                squaredNorm += interest * interest;
            }
        }
        return score / Math.sqrt(squaredNorm);
    }

    @RandomTest
    void theOwnItemsPartsAddUpToTheScore(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 40, 50));
        ItemBased strategy = strategy(0, OWN, new SimilarItemsSettings(10));

        strategy.score(shop.vector("user-1"), shop.view());

        for (int item : strategy.best(50, any -> true)) {
            List<Part> parts = strategy.parts(item);
            assertThat(parts.stream().mapToDouble(Part::amount).sum()).isCloseTo(strategy.score(item), within(1e-12));
            assertThat(parts).allMatch(part -> shop.vector("user-1").indexOf(part.item()) >= 0);
            assertThat(parts).extracting(Part::item).doesNotHaveDuplicates();
        }
    }

    @RandomTest
    void ordersTheBestTotally(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 300, 10, 50));
        ItemBased strategy = strategy(0, 0, new SimilarItemsSettings(100));
        strategy.score(shop.vector("user-1"), shop.view());

        int[] best = strategy.best(10, item -> item % 2 == 0);

        int[] expected = IntStream.range(0, shop.items().size())
                .filter(item -> item % 2 == 0 && strategy.score(item) > 0)
                .boxed()
                .sorted((some, other) -> {
                    int byScore = Float.compare((float) strategy.score(other), (float) strategy.score(some));
                    return byScore != 0 ? byScore : shop.items().compareIds(some, other);
                })
                .limit(10)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(best).isEqualTo(expected);
    }
}
