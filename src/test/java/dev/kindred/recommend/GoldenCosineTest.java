package dev.kindred.recommend;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserKey;
import dev.kindred.scenario.Excludes;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.testing.Shop;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * With step 1 and no half-lives, results are those of the textbook. The golden files come from scikit-learn 1.9.1's
 * {@code cosine_similarity}, by {@code golden.py} beside them.
 */
class GoldenCosineTest {

    private static final int USERS = 30;

    private final Shop shop = new Shop(
            new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 1, 1000, 0),
            new MatrixSettings(1000, 1000, Decay.NONE, Decay.NONE));
    private final NeighborSearch search = new NeighborSearch(new SimilaritySettings(1000, 1000, 0));
    private final RecommendSettings everything = new RecommendSettings(1000, Excludes.of(List.of()), 0);

    @BeforeEach
    void learnTheEvents() throws IOException {
        for (String[] event : table("events.csv")) {
            double strength = Double.parseDouble(event[2]);
            shop.learn(
                    new Interaction(Optional.empty(), event[0], event[1], InteractionType.CLICK, START_MS, strength));
        }
    }

    private static List<String[]> table(String name) throws IOException {
        try (InputStream file = GoldenCosineTest.class.getResourceAsStream("/similarity/" + name)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }

    private static Map<String, Double> goldenOf(String user, List<String[]> table) {
        Map<String, Double> values = new TreeMap<>();
        table.stream().filter(row -> row[0].equals(user)).forEach(row -> values.put(row[1], Double.valueOf(row[2])));
        return values;
    }

    private static void assertClose(Map<String, Double> actual, Map<String, Double> golden) {
        assertThat(actual.keySet()).isEqualTo(golden.keySet());
        golden.forEach((key, value) ->
                assertThat(actual.getOrDefault(key, 0.0)).isCloseTo(value, within(1e-6 * Math.max(1, value))));
    }

    @Test
    void findsTheSimilaritiesOfScikitLearn() throws IOException {
        List<String[]> golden = table("similarities.csv");

        for (int user = 0; user < USERS; user++) {
            String id = String.valueOf(user);
            Neighbors found = search.search(UserKey.of(id), shop.vector(id), shop.view());
            Map<String, Double> similarities = new TreeMap<>();
            for (int i = 0; i < found.size(); i++) {
                similarities.put(shop.userOf(found.slot(i)), found.similarity(i));
            }
            assertClose(similarities, goldenOf(id, golden));
        }
    }

    @Test
    void findsTheScoresOfScikitLearn() throws IOException {
        List<String[]> golden = table("scores.csv");

        for (int user = 0; user < USERS; user++) {
            String id = String.valueOf(user);
            MatrixView view = shop.view();
            Neighbors found = search.search(UserKey.of(id), shop.vector(id), view);
            Map<String, Double> scores = new TreeMap<>();
            for (RecommendedItem item : shop.defaultList(everything, shop.vector(id), 0, found, view, START_MS)) {
                if (item.strategy() == Strategy.USER_BASED) {
                    scores.put(item.itemId(), item.score());
                }
            }
            assertClose(scores, goldenOf(id, golden));
        }
    }
}
