package dev.kindred.similarity;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.Interaction;
import dev.kindred.similarity.SimilarItems.SimilarItem;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SimilarItemsTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    private final Shop shop = new Shop(
            new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 1, 1000, 0),
            new MatrixSettings(1000, 1000, MONTH, MONTH));

    private Map<String, Double> similar(String item, int most) {
        Map<String, Double> found = new TreeMap<>();
        for (SimilarItem similar :
                new SimilarItems(shop.items()).find(shop.items().numberOf(item), most, shop.view())) {
            found.put(shop.items().idOf(similar.item()), similar.similarity());
        }
        return found;
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

    /** Everybody's affinity to an item as of a time, by user. */
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
