package dev.kindred.similarity;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.UserKey;
import dev.kindred.testing.Copies;
import dev.kindred.testing.Copies.RowCopy;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Neighbors by Pearson and Jaccard; for the cosine see {@link NeighborSearchTest}. */
final class MeasureTest {

    private static final VectorSettings TEXTBOOK =
            new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, 1000, 0);
    private static final List<Measure> OTHERS = List.of(Measure.PEARSON, Measure.JACCARD);

    private final Shop shop = shop();

    private static Shop shop() {
        return new Shop(TEXTBOOK, new MatrixSettings(1000, 1000, Decay.NONE, Decay.NONE));
    }

    private static Map<String, Double> search(Shop shop, Measure measure, String user) {
        NeighborSearch search = new NeighborSearch(new SimilaritySettings(measure, 1000, 1000, 0, 0, 0));
        Neighbors found = search.search(UserKey.of(user), shop.vector(user), shop.view());
        Map<String, Double> similarities = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            similarities.put(shop.userOf(found.slot(i)), found.similarity(i));
        }
        return similarities;
    }

    private void rate(String user, String item, double stars) {
        shop.learn(rating(user, item, stars));
    }

    private static Interaction rating(String user, String item, double stars) {
        return new Interaction(Optional.empty(), user, item, InteractionType.RATING, START_MS, stars);
    }

    @Test
    void pearsonComparesSharedItems() {
        rate("me", "a", 1);
        rate("me", "b", 2);
        rate("me", "c", 3);
        rate("me", "x", 5);
        rate("other", "a", 2);
        rate("other", "b", 4);
        rate("other", "c", 3);
        rate("other", "y", 1);
        rate("foe", "a", 3);
        rate("foe", "b", 2);
        rate("foe", "c", 1);

        Map<String, Double> found = search(shop, Measure.PEARSON, "me");

        // (−1,0,1)·(−1,1,0) / (√2·√2); the foe's is −1, and no neighbor's
        assertThat(found).containsOnlyKeys("other");
        assertThat(found.get("other")).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void pearsonIsNotDefinedForOneItemOrForEqualOnes() {
        rate("me", "a", 1);
        rate("me", "b", 2);
        rate("one-item", "a", 1);
        rate("equal-ones", "a", 3);
        rate("equal-ones", "b", 1);
        rate("equal-ones", "b", 2);
        rate("all-equal-to-me", "c", 1);

        assertThat(search(shop, Measure.PEARSON, "me")).isEmpty();
        assertThat(search(shop, Measure.PEARSON, "equal-ones")).isEmpty();
    }

    @RandomTest
    void pearsonDoesNotChangeWhenAUserRatesHigher(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 500, 10, 30);
        shop.learnAll(events);
        Shop higher = shop();
        events.stream()
                .map(event -> event.userId().equals("user-3") ? times(3, event) : event)
                .forEach(higher::learn);
        Set<String> items = new HashSet<>();
        events.stream().filter(event -> event.userId().equals("user-3")).forEach(event -> items.add(event.itemId()));
        items.forEach(item -> higher.learn(rating("user-3", item, 2))); // 2 more for each of them

        Map<String, Double> before = search(shop, Measure.PEARSON, "user-1");
        Map<String, Double> after = search(higher, Measure.PEARSON, "user-1");

        assertThat(before).isNotEmpty();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach(
                (user, similarity) -> assertThat(similarity).isCloseTo(before.getOrDefault(user, 0.0), within(1e-5)));
    }

    private static Interaction times(double factor, Interaction event) {
        return new Interaction(
                event.eventId(),
                event.userId(),
                event.itemId(),
                event.type(),
                event.timestampMs(),
                factor * event.strength());
    }

    @Test
    void jaccardIgnoresStrengths() {
        shop.learn(click("me", "a", START_MS));
        shop.learn(click("me", "b", START_MS));
        rate("me", "c", 100);
        shop.learn(click("other", "b", START_MS));
        rate("other", "c", 7);
        shop.learn(click("other", "d", START_MS));
        shop.learn(click("other", "e", START_MS));

        assertThat(search(shop, Measure.JACCARD, "me").get("other")).isCloseTo(0.4, within(1e-6)); // 2 of a b c d e
    }

    @RandomTest
    void findTheSameNeighborsAsTheDefinition(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 40, 60));

        for (Measure measure : OTHERS) {
            Map<String, Double> expected = new HashMap<>();
            for (int slot = 0; slot < shop.view().slots(); slot++) {
                RowCopy row = Copies.row(shop.view(), slot);
                double similarity = similarity(measure, shop.vector("user-1"), row);
                if (similarity > 1e-6 && row.userKey() != UserKey.of("user-1")) {
                    expected.put(shop.userOf(slot), similarity);
                }
            }

            Map<String, Double> found = search(shop, measure, "user-1");

            found.values().removeIf(similarity -> similarity <= 1e-6); // rounding errors of 0
            assertThat(found.keySet()).as(measure.name()).isEqualTo(expected.keySet());
            found.forEach((user, similarity) -> assertThat(similarity)
                    .as(measure.name())
                    .isCloseTo(expected.getOrDefault(user, 0.0), within(1e-5)));
        }
    }

    /** The slow twin. */
    private static double similarity(Measure measure, UserVector vector, RowCopy row) {
        Map<Integer, Double> interests = new HashMap<>();
        for (int i = 0; i < vector.size(); i++) {
            interests.put(vector.item(i), vector.interest(i));
        }
        Map<Integer, Double> weights = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            weights.put(row.item(i), (double) row.weight(i));
        }
        Set<Integer> either = new HashSet<>(interests.keySet());
        either.addAll(weights.keySet());
        List<Integer> shared = either.stream()
                .filter(item -> interests.containsKey(item) && weights.containsKey(item))
                .toList();
        if (measure == Measure.JACCARD) {
            return either.isEmpty() ? 0 : (double) shared.size() / either.size();
        }
        return correlation(
                shared.stream().map(item -> interests.getOrDefault(item, 0.0)).toList(),
                shared.stream().map(item -> weights.getOrDefault(item, 0.0)).toList());
    }

    /** By raw moments: {@code (n·Σxy − Σx·Σy) / √((n·Σx² − (Σx)²)·(n·Σy² − (Σy)²))}. */
    private static double correlation(List<Double> xs, List<Double> ys) {
        int n = xs.size();
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            x += xs.get(i);
            y += ys.get(i);
            xx += xs.get(i) * xs.get(i);
            yy += ys.get(i) * ys.get(i);
            xy += xs.get(i) * ys.get(i);
        }
        double variances = (n * xx - x * x) * (n * yy - y * y);
        return variances > 0 ? (n * xy - x * y) / Math.sqrt(variances) : 0;
    }

    @RandomTest
    void areSymmetricWithoutStepAndDecayAndAtMostOne(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 500, 10, 30));

        for (Measure measure : Measure.values()) {
            Map<String, Double> ofFirst = search(shop, measure, "user-1");
            Map<String, Double> ofSecond = search(shop, measure, "user-2");

            assertThat(ofFirst.getOrDefault("user-2", 0.0))
                    .as(measure.name())
                    .isCloseTo(ofSecond.getOrDefault("user-1", 0.0), within(1e-5));
            assertThat(ofFirst.values()).as(measure.name()).allMatch(similarity -> similarity > 0 && similarity <= 1);
        }
    }

    @RandomTest
    void oneIsTheSimilarityOfTwins(RandomGenerator random) {
        for (Interaction event : Streams.random(random, 50, 1, 30)) {
            rate("me", event.itemId(), event.strength());
            rate("twin", event.itemId(), event.strength());
        }

        for (Measure measure : Measure.values()) {
            assertThat(search(shop, measure, "me").get("twin"))
                    .as(measure.name())
                    .isCloseTo(1, within(1e-6));
        }
    }
}
