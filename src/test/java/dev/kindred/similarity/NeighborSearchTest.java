package dev.kindred.similarity;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.UserKey;
import dev.kindred.testing.Copies;
import dev.kindred.testing.Copies.RowCopy;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.BatchVector;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighborSearchTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final VectorSettings FADING = new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.8, 1000, 0);
    private static final VectorSettings TEXTBOOK =
            new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, 1000, 0);
    private static final SimilaritySettings UNCAPPED = new SimilaritySettings(1000, 1000, 0);

    private static Shop shop(VectorSettings settings) {
        return new Shop(settings, new MatrixSettings(1000, 1000, settings.affinityDecay(), MONTH));
    }

    private static Map<String, Double> similarities(Shop shop, Neighbors neighbors) {
        Map<String, Double> similarities = new LinkedHashMap<>();
        for (int i = 0; i < neighbors.size(); i++) {
            similarities.put(shop.userOf(neighbors.slot(i)), neighbors.similarity(i));
        }
        return similarities;
    }

    private static Map<String, Double> search(Shop shop, SimilaritySettings settings, String user) {
        Neighbors found = new NeighborSearch(settings).search(UserKey.of(user), shop.vector(user), shop.view());
        return similarities(shop, found);
    }

    /** The slow twin: all similarities from all events, by the definition. */
    private static Map<String, Double> batch(VectorSettings settings, List<Interaction> events, String user) {
        Map<String, List<Interaction>> byUser = events.stream().collect(Collectors.groupingBy(Interaction::userId));
        Map<String, Double> query = new BatchVector(settings, byUser.getOrDefault(user, List.of())).interests();
        Map<String, Double> similarities = new LinkedHashMap<>();
        byUser.forEach((other, history) -> {
            double similarity = cosine(query, new BatchVector(settings, history).affinities());
            if (similarity > 1e-9 && !other.equals(user)) {
                similarities.put(other, similarity);
            }
        });
        return similarities;
    }

    private static double cosine(Map<String, Double> a, Map<String, Double> b) {
        double dot = 0;
        for (Map.Entry<String, Double> entry : a.entrySet()) {
            dot += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
        }
        return dot == 0 ? 0 : dot / (norm(a) * norm(b));
    }

    private static double norm(Map<?, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
    }

    @RandomTest
    void equalsABatchComputation(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 2000, 40, 60);
        Shop shop = shop(FADING);
        shop.learnAll(events);

        for (int user = 0; user < 40; user++) {
            Map<String, Double> expected = batch(FADING, events, "user-" + user);
            Map<String, Double> found = search(shop, UNCAPPED, "user-" + user);

            assertThat(found.keySet()).isEqualTo(expected.keySet());
            found.forEach((other, similarity) ->
                    assertThat(similarity).isCloseTo(expected.getOrDefault(other, 0.0), within(1e-5)));
        }
    }

    /** The slow twin: the similarity of a vector and a row, by the definition. */
    private static double similarity(UserVector vector, RowCopy row, SimilaritySettings settings, MatrixView view) {
        double strongest = IntStream.range(0, vector.size())
                .mapToDouble(vector::interest)
                .map(Math::abs)
                .max()
                .orElse(0);
        Map<Integer, Double> query = new HashMap<>();
        for (int i = 0; i < vector.size(); i++) {
            if (Math.abs(vector.interest(i)) >= settings.negligible() * strongest) {
                double rarity = Math.pow(view.inverseUserFrequency(vector.item(i)), settings.idf());
                query.put(vector.item(i), vector.interest(i) * rarity);
            }
        }
        Map<Integer, Double> weights = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            weights.put(row.item(i), (double) row.weight(i));
        }
        Set<Integer> shared = new HashSet<>(query.keySet());
        shared.retainAll(weights.keySet());
        double dot = shared.stream()
                .mapToDouble(item -> query.getOrDefault(item, 0.0) * weights.getOrDefault(item, 0.0))
                .sum();
        return dot / (norm(query) * norm(weights)) * shared.size() / (shared.size() + settings.shrinkage());
    }

    @RandomTest
    void findsTheSameNeighborsInALogOfAnotherAge(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 500, 20, 30);
        long ageMs = Duration.ofDays(25 * 365).toMillis(); // 304 half-lives
        Shop today = shop(FADING);
        Shop longAgo = shop(FADING);

        today.learnAll(events);
        events.forEach(event -> longAgo.learn(earlier(event, ageMs)));
        longAgo.learn(click("stranger", "elsewhere", START_MS));
        events.forEach(event -> longAgo.learn(earlier(event, ageMs)));
        today.learnAll(events);

        for (int user = 0; user < 20; user++) {
            Map<String, Double> expected = search(today, UNCAPPED, "user-" + user);
            Map<String, Double> found = search(longAgo, UNCAPPED, "user-" + user);
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            found.forEach((other, similarity) ->
                    assertThat(similarity).isCloseTo(expected.getOrDefault(other, 0.0), within(1e-5)));
        }
    }

    private static Interaction earlier(Interaction event, long byMs) {
        return new Interaction(
                event.eventId(),
                event.userId(),
                event.itemId(),
                event.type(),
                event.timestampMs() - byMs,
                event.strength());
    }

    @RandomTest
    void reportsExactSimilaritiesUnderAnyCaps(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 2000, 40, 60);
        Shop shop = new Shop(FADING, new MatrixSettings(5, 1000, MONTH, MONTH));
        SimilaritySettings settings = new SimilaritySettings(12, 10, 0.05, 0.7, 1.5);
        NeighborSearch search = new NeighborSearch(settings);
        Map<String, SimilarityRow> rows = new LinkedHashMap<>();

        for (Interaction event : events) {
            VectorChange change = shop.learn(event);
            UserVector vector = shop.vector(event.userId());
            SimilarityRow row = rows.computeIfAbsent(event.userId(), u -> new SimilarityRow());
            Neighbors neighbors = search.update(UserKey.of(event.userId()), vector, change, row, shop.view());

            assertThat(neighbors.size()).isLessThanOrEqualTo(10);
            for (int i = 0; i < neighbors.size(); i++) {
                double exact = similarity(vector, Copies.row(shop.view(), neighbors.slot(i)), settings, shop.view());
                assertThat(neighbors.similarity(i)).isCloseTo(exact, within(1e-6));
            }
        }
    }

    @RandomTest
    void findsTheMostSimilarByRarityAndSharedItemsToo(RandomGenerator random) {
        Shop shop = shop(FADING);
        shop.learnAll(Streams.random(random, 1000, 40, 60));
        SimilaritySettings settings = new SimilaritySettings(1000, 1000, 0, 1, 1);

        Neighbors found = new NeighborSearch(settings).search(UserKey.of("user-1"), shop.vector("user-1"), shop.view());

        Map<String, Double> expected = new HashMap<>();
        for (int slot = 0; slot < shop.view().slots(); slot++) {
            RowCopy row = Copies.row(shop.view(), slot);
            double similarity = similarity(shop.vector("user-1"), row, settings, shop.view());
            if (similarity > 0 && row.userKey() != UserKey.of("user-1")) {
                expected.put(shop.userOf(slot), similarity);
            }
        }
        Map<String, Double> similarities = similarities(shop, found);
        assertThat(similarities.keySet()).isEqualTo(expected.keySet());
        similarities.forEach(
                (user, similarity) -> assertThat(similarity).isCloseTo(expected.getOrDefault(user, 0.0), within(1e-6)));
    }

    @Test
    void prefersUsersWhoShareARareItem() {
        Shop shop = shop(TEXTBOOK);
        for (int i = 0; i < 20; i++) {
            shop.learn(click("other-" + i, "bestseller", START_MS));
        }
        shop.learn(click("connoisseur", "rarity", START_MS));
        shop.learn(click("me", "bestseller", START_MS));
        shop.learn(click("me", "rarity", START_MS));

        Map<String, Double> plain = search(shop, UNCAPPED, "me");
        Map<String, Double> weighed = search(shop, new SimilaritySettings(1000, 1000, 0, 1, 0), "me");

        assertThat(plain.get("connoisseur")).isEqualTo(plain.get("other-0"));
        assertThat(weighed.get("connoisseur")).isGreaterThan(2 * weighed.getOrDefault("other-0", 1.0));
    }

    @RandomTest
    void keepsTheMostSimilar(RandomGenerator random) {
        Shop shop = shop(FADING);
        shop.learnAll(Streams.random(random, 1000, 40, 60));

        List<Double> found = List.copyOf(
                search(shop, new SimilaritySettings(1000, 10, 0), "user-1").values());

        List<Double> best = search(shop, UNCAPPED, "user-1").values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(best);
    }

    @RandomTest
    void keepsTheMostSimilarByRarityAndSharedItemsToo(RandomGenerator random) {
        Shop shop = shop(FADING);
        shop.learnAll(Streams.random(random, 1000, 40, 60));

        Map<String, Double> found = search(shop, new SimilaritySettings(1000, 10, 0, 1, 1), "user-1");

        Map<String, Double> all = search(shop, new SimilaritySettings(1000, 1000, 0, 1, 1), "user-1");
        List<Double> best = all.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(best);
    }

    @RandomTest
    void isSymmetricWithoutStepAndDecay(RandomGenerator random) {
        Shop shop = shop(TEXTBOOK);
        shop.learnAll(Streams.random(random, 500, 10, 30));

        Map<String, Double> ofFirst = search(shop, UNCAPPED, "user-1");
        Map<String, Double> ofSecond = search(shop, UNCAPPED, "user-2");

        assertThat(ofFirst.getOrDefault("user-2", 0.0)).isCloseTo(ofSecond.getOrDefault("user-1", 0.0), within(1e-6));
    }

    @RandomTest
    void liesBetweenZeroAndOneForNeighbors(RandomGenerator random) {
        Shop shop = shop(FADING);
        shop.learnAll(Streams.random(random, 1000, 40, 5));

        for (int user = 0; user < 40; user++) {
            assertThat(search(shop, UNCAPPED, "user-" + user).values())
                    .allSatisfy(similarity ->
                            assertThat(similarity).isGreaterThan(0).isLessThanOrEqualTo(1));
        }
    }

    @RandomTest
    void doesNotChangeWhenAUserActsTenTimesAsMuch(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 500, 10, 30);
        Shop shop = shop(TEXTBOOK);
        shop.learnAll(events);
        Shop scaled = shop(TEXTBOOK);
        events.stream()
                .map(e -> e.userId().equals("user-3") ? withStrength(e, 10 * e.strength()) : e)
                .forEach(scaled::learn);

        Map<String, Double> before = search(shop, UNCAPPED, "user-1");
        Map<String, Double> after = search(scaled, UNCAPPED, "user-1");

        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach(
                (user, similarity) -> assertThat(similarity).isCloseTo(before.getOrDefault(user, 0.0), within(1e-6)));
    }

    private static Interaction withStrength(Interaction event, double strength) {
        return new Interaction(
                event.eventId(), event.userId(), event.itemId(), event.type(), event.timestampMs(), strength);
    }

    @Test
    void findsNoNeighborsOfAnEmptyVector() {
        Shop shop = shop(FADING);
        shop.learn(click("other", "a", START_MS));

        assertThat(search(shop, UNCAPPED, "unknown")).isEmpty();
    }

    @Test
    void findsNoNeighborsWithOppositePreferences() {
        Map<InteractionType, Double> weights = new java.util.EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, type == InteractionType.DISLIKE ? -1.0 : 1.0);
        }
        Shop shop = shop(new VectorSettings(TypeWeights.of(weights), Decay.NONE, Decay.NONE, 1, 100, 0));
        shop.learn(new Interaction(Optional.empty(), "foe", "a", InteractionType.DISLIKE, START_MS, 1));

        shop.learn(click("me", "a", START_MS));

        assertThat(search(shop, UNCAPPED, "me")).isEmpty();
    }

    @Test
    void breaksTiesByUserKey() {
        Shop shop = shop(TEXTBOOK);
        List<String> twins = List.of("anna", "berta", "carla", "doris");
        twins.forEach(user -> shop.learn(click(user, "a", START_MS)));
        shop.learn(click("me", "a", START_MS));

        Map<String, Double> found = search(shop, new SimilaritySettings(100, 3, 0), "me");

        assertThat(found.keySet())
                .containsExactlyInAnyOrderElementsOf(twins.stream()
                        .sorted(Comparator.comparingLong(UserKey::of))
                        .limit(3)
                        .toList());
    }
}
