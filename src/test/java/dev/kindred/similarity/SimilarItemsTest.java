package dev.kindred.similarity;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SimilarItemsTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final SimilarItemsSettings PLAIN = new SimilarItemsSettings(100);
    private static final SimilarItemsSettings SHRUNK =
            new SimilarItemsSettings(Normalization.COSINE, 2, 0, 100, 100, 0);
    private static final SimilarItemsSettings CONDITIONAL =
            new SimilarItemsSettings(Normalization.CONDITIONAL, 0, 0.5, 100, 100, 0);

    private static final VectorSettings VECTORS = new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 1, 1000, 0);
    private static final MatrixSettings UNCAPPED = new MatrixSettings(1000, 1000, MONTH, MONTH);

    private final Shop shop = new Shop(VECTORS, UNCAPPED);

    private Map<String, Double> similar(String item, int limit) {
        return similar(item, limit, PLAIN, Evidence.ALL);
    }

    private Map<String, Double> similar(String item, int limit, SimilarItemsSettings settings, Evidence evidence) {
        SimilarItems search = new SimilarItems(settings, shop.items());
        return Similars.byId(search.find(shop.items().numberOf(item), limit, evidence, shop.view()), shop);
    }

    private static Interaction purchase(String user, String item, long timestampMs) {
        return new Interaction(Optional.empty(), user, item, InteractionType.PURCHASE, timestampMs, 1);
    }

    @Test
    void isTheCosineOfTheAudiences() {
        shop.learn(click("ann", "tea", START_MS));
        shop.learn(click("bob", "tea", START_MS));
        shop.learn(click("bob", "cup", START_MS));
        shop.learn(click("cal", "hat", START_MS));

        assertThat(similar("tea", 5)).containsOnlyKeys("cup"); // nobody has tea and hat
        assertThat(similar("tea", 5).get("cup")).isCloseTo(1 / Math.sqrt(2), within(1e-6)); // (1,1)·(0,1)
    }

    @Test
    void breaksTiesByLowerId() {
        shop.learn(click("ann", "tea", START_MS));
        shop.learn(click("ann", "pot", START_MS));
        shop.learn(click("ann", "cup", START_MS));

        assertThat(similar("tea", 1)).containsOnlyKeys("cup");
    }

    @Test
    void shrinksSimilaritiesOfFewCommonUsers() {
        shop.learn(click("ann", "tea", START_MS));
        shop.learn(click("ann", "cup", START_MS));

        assertThat(similar("tea", 5, SHRUNK, Evidence.ALL).get("cup"))
                .isCloseTo(1 / 3.0, within(1e-6)); // 1 · 1/(1 + 2)
    }

    @Test
    void isTheConditionalProbabilityIfConfigured() {
        shop.learn(click("ann", "tea", START_MS));
        shop.learn(click("bob", "tea", START_MS));
        shop.learn(click("bob", "cup", START_MS));
        shop.learn(click("cal", "cup", START_MS));
        shop.learn(click("dan", "cup", START_MS));
        shop.learn(click("eve", "cup", START_MS));

        // of the 2 with tea, bob has cup with a share of 1/√2 of his row; 4 have cup: 1/√2 / 2 / √4
        assertThat(similar("tea", 5, CONDITIONAL, Evidence.ALL).get("cup"))
                .isCloseTo(0.25 / Math.sqrt(2), within(1e-6));
        // of the 4 with cup, bob has tea: 1/√2 / 4 / √2
        assertThat(similar("cup", 5, CONDITIONAL, Evidence.ALL).get("tea")).isCloseTo(0.125, within(1e-6));
    }

    @Test
    void countsOnlyPurchasesAsEvidenceOfPurchases() {
        shop.learn(purchase("ann", "tea", START_MS));
        shop.learn(purchase("ann", "cup", START_MS));
        shop.learn(click("ann", "hat", START_MS));
        shop.learn(click("bob", "tea", START_MS));
        shop.learn(purchase("bob", "pot", START_MS));
        shop.learn(click("cal", "cup", START_MS));

        assertThat(similar("tea", 5, PLAIN, Evidence.PURCHASES)).containsOnlyKeys("cup");
        assertThat(similar("tea", 5, PLAIN, Evidence.PURCHASES).get("cup")).isCloseTo(1, within(1e-6));
        assertThat(similar("hat", 5, PLAIN, Evidence.PURCHASES)).isEmpty();
    }

    /** Law: a minimum support leaves out the pairs of items that too few users have in common, and no others. */
    @RandomTest
    void findsOnlyPairsOfEnoughUsers(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 400, 40, 50);
        shop.learnAll(events);
        Map<String, Set<String>> users = new HashMap<>();
        events.forEach(event ->
                users.computeIfAbsent(event.itemId(), item -> new HashSet<>()).add(event.userId()));

        for (int item = 0; item < 10; item++) {
            String id = "item-" + item;
            Map<String, Double> expected = new HashMap<>(similar(id, 100, supported(1), Evidence.ALL));
            expected.keySet().removeIf(other -> {
                Set<String> common = new HashSet<>(users.getOrDefault(id, Set.of()));
                common.retainAll(users.getOrDefault(other, Set.of()));
                return common.size() < 3;
            });

            assertThat(similar(id, 100, supported(3), Evidence.ALL)).isEqualTo(expected);
        }
    }

    private static SimilarItemsSettings supported(int minimumSupport) {
        return new SimilarItemsSettings(Normalization.COSINE, 0, 0, 100, 100, 0, minimumSupport);
    }

    @RandomTest
    void purchasesEqualAShopWithPurchasesOnly(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 1000, 40, 50);
        Set<String> bought = new HashSet<>(); // cells
        events.stream()
                .filter(event -> event.type() == InteractionType.PURCHASE)
                .forEach(event -> bought.add(event.userId() + event.itemId()));
        shop.learnAll(events);
        Shop pure = new Shop(VECTORS, UNCAPPED);
        events.stream()
                .filter(event -> bought.contains(event.userId() + event.itemId()))
                .forEach(pure::learn);

        for (SimilarItemsSettings settings : List.of(PLAIN, SHRUNK, CONDITIONAL)) {
            for (int item = 0; item < 10; item++) {
                Map<String, Double> found = similar("item-" + item, 100, settings, Evidence.PURCHASES);
                Map<String, Double> expected = Similars.byId(
                        new SimilarItems(settings, pure.items())
                                .find(pure.items().numberOf("item-" + item), 100, Evidence.ALL, pure.view()),
                        pure);

                assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
                found.forEach((other, similarity) ->
                        assertThat(similarity).isCloseTo(expected.getOrDefault(other, 0.0), within(1e-6)));
            }
        }
    }

    @RandomTest
    void equalsANaiveComputationWithEveryNormalization(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 40, 50));

        for (Evidence evidence : Evidence.values()) {
            Similars twin = new Similars(evidence, shop.view());
            for (SimilarItemsSettings settings : List.of(PLAIN, SHRUNK, CONDITIONAL)) {
                Map<String, Double> found = similar("item-3", 100, settings, evidence);

                for (int item = 0; item < shop.items().size(); item++) {
                    String id = shop.items().idOf(item);
                    int requested = shop.items().numberOf("item-3");
                    double similarity = twin.similarity(requested, item, settings);
                    if (item != requested) {
                        assertThat(found.getOrDefault(id, 0.0)).as(id).isCloseTo(similarity, within(1e-6));
                    }
                }
                assertThat(found).isNotEmpty().doesNotContainKey("item-3");
                assertThat(found.values()).allMatch(similarity -> similarity > 0 && similarity <= 1);
                assertThat(List.copyOf(found.values())).isSortedAccordingTo(Comparator.reverseOrder());
            }
        }
    }

    @RandomTest
    void theCosineIsSymmetric(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 40, 50));

        assertThat(similar("item-3", 100).getOrDefault("item-5", 0.0))
                .isCloseTo(similar("item-5", 100).getOrDefault("item-3", 0.0), within(1e-6));
    }

    @RandomTest
    void equalsTheDefinition(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 1000, 40, 50);
        shop.learnAll(events);
        Set<String> users = new HashSet<>();
        Set<String> items = new HashSet<>();
        events.forEach(event -> {
            users.add(event.userId());
            items.add(event.itemId());
        });
        long nowMs = events.stream().mapToLong(Interaction::timestampMs).max().orElseThrow();

        Map<String, Double> found = similar("item-3", items.size());

        for (String item : items) {
            double cosine = cosine(weights("item-3", users, nowMs), weights(item, users, nowMs));
            if (!item.equals("item-3") && cosine > 1e-6) {
                assertThat(found.getOrDefault(item, 0.0)).as(item).isCloseTo(cosine, within(1e-5));
            }
        }
        assertThat(found).doesNotContainKey("item-3");
    }

    /** All users' affinities to an item as of a time. */
    private Map<String, Double> weights(String item, Set<String> users, long nowMs) {
        Map<String, Double> weights = new HashMap<>();
        for (String user : users) {
            UserVector vector = shop.vector(user);
            int at = vector.indexOf(shop.items().numberOf(item));
            if (at >= 0) {
                Affinity affinity = vector.affinity(at);
                weights.put(user, affinity.affinity() * MONTH.factor(nowMs - affinity.touchedMs()));
            }
        }
        return weights;
    }

    private static double cosine(Map<String, Double> some, Map<String, Double> others) {
        double dot = some.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * others.getOrDefault(entry.getKey(), 0.0))
                .sum();
        return dot / (norm(some) * norm(others));
    }

    private static double norm(Map<String, Double> weights) {
        return Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    }
}
