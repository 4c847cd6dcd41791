package dev.kindred.recommend;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.math.Shortlist;
import dev.kindred.math.TopK;
import dev.kindred.matrix.ColumnBuffer;
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
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceBasedTest {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));
    private static final double OWN_HISTORY = 0.3;

    private final Shop shop = new Shop(
            new VectorSettings(weights(), MONTH, MONTH, 0.8, 1000, 0), new MatrixSettings(1000, 1000, MONTH, MONTH));

    private static TypeWeights weights() {
        Map<InteractionType, Double> weights = new EnumMap<>(InteractionType.class);
        for (InteractionType type : InteractionType.values()) {
            weights.put(type, type == InteractionType.DISLIKE ? -1.0 : 1.0);
        }
        return TypeWeights.of(weights);
    }

    private SequenceBased scored(String user, double ownHistory) {
        SequenceBased strategy = new SequenceBased(ownHistory, 1, shop.items());
        strategy.score(UserKey.of(user), shop.vector(user), shop.view());
        return strategy;
    }

    private List<String> best(String user, double ownHistory) {
        SequenceBased strategy = scored(user, ownHistory);
        Shortlist selected = new Shortlist();
        int count = strategy.select(100, item -> true, selected);
        TopK top = new TopK(100, shop.items()::compareIds);
        Arrays.stream(selected.ids(), 0, count).forEach(item -> top.offer(item, strategy.score(item)));
        int[] found = new int[100];
        return IntStream.of(found)
                .limit(top.drain(found))
                .mapToObj(shop.items()::idOf)
                .toList();
    }

    private void touch(String user, String... items) {
        for (int i = 0; i < items.length; i++) {
            shop.learn(click(user, items[i], START_MS + 1000L * i));
        }
    }

    @Test
    void listsDirectSuccessorsFirst() {
        touch("other", "early", "lamp", "tent", "stove", "pot", "cup");
        touch("me", "tent");

        // e^0, e^(-1/2), e^(-1), then a fifth of e^0 and of e^(-1/2) for those before
        assertThat(best("me", 0)).containsExactly("stove", "pot", "cup", "lamp", "early");
    }

    @Test
    void countsTheLastItemMost() {
        touch("camper", "tent", "stove");
        touch("reader", "novel", "sequel");
        touch("me", "novel", "tent");

        assertThat(best("me", 0)).containsExactly("stove", "sequel");
    }

    @Test
    void ignoresItemsThatTheUserDislikes() {
        touch("other", "tent", "stove");
        shop.learn(new Interaction(Optional.empty(), "me", "tent", InteractionType.DISLIKE, START_MS, 1));

        assertThat(best("me", 0)).isEmpty();
    }

    @Test
    void doesNotLetUsersVoteForThemselves() {
        touch("me", "tent", "stove");

        assertThat(best("me", 0)).isEmpty();
        assertThat(best("me", OWN_HISTORY)).containsExactly("stove", "tent");
    }

    @RandomTest
    void scoresByTheDefinition(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 30, 60));

        for (String user : List.of("user-1", "user-2", "user-3")) {
            SequenceBased strategy = scored(user, OWN_HISTORY);

            Map<Integer, Double> scores = slowScores(user);
            for (int item = 0; item < shop.view().items(); item++) {
                double score = scores.getOrDefault(item, 0.0);
                assertThat(strategy.score(item)).isCloseTo(score, within(1e-6 * (1 + Math.abs(score))));
            }
        }
    }

    /** Law: the parts of the user's own items add up to the score, and every one of them is an own item. */
    @RandomTest
    void partsAddUpToTheScore(RandomGenerator random) {
        shop.learnAll(Streams.random(random, 1000, 30, 60));
        SequenceBased strategy = scored("user-1", OWN_HISTORY);

        for (int item = 0; item < shop.view().items(); item++) {
            double[] sum = {0};
            strategy.forEachPart(item, (own, amount) -> {
                assertThat(shop.vector("user-1").indexOf(own)).isNotNegative();
                sum[0] += amount;
            });
            assertThat(strategy.score(item)).isCloseTo(sum[0], within(1e-6 * (1 + Math.abs(sum[0]))));
        }
    }

    /** The slow twin: the score of every item, by the definition. */
    private Map<Integer, Double> slowScores(String user) {
        MatrixView view = shop.view();
        UserVector vector = shop.vector(user);
        Map<Integer, Double> weights = new HashMap<>();
        for (int i = 0; i < vector.size(); i++) {
            if (vector.interest(i) > 0) {
                weights.put(vector.item(i), view.inverseUserFrequency(vector.item(i)) / (1 + age(vector, i)));
            }
        }
        Map<Integer, Double> scores = new HashMap<>();
        double total = 0;
        for (int slot : voters(user, vector, view)) {
            RowCopy row = Copies.row(view, slot);
            double strength = IntStream.range(0, row.size())
                    .filter(i -> row.weight(i) > 0)
                    .mapToDouble(i -> weights.getOrDefault(row.item(i), 0.0))
                    .sum();
            total += strength * strength;
            for (int i = 0; i < row.size(); i++) {
                for (int j = 0; j < row.size(); j++) {
                    double weight = row.weight(j) > 0 ? weights.getOrDefault(row.item(j), 0.0) : 0;
                    double closeness = i == j ? 0 : closeness(row.rank(i) - row.rank(j));
                    scores.merge(row.item(i), strength * weight * closeness * Math.signum(row.weight(i)), Double::sum);
                }
            }
        }
        double greatest = vector.leastInterest(1);
        for (int i = 0; i < vector.size(); i++) {
            double own = Math.sqrt(Math.max(0, vector.interest(i)) / greatest);
            scores.merge(vector.item(i), 3 * OWN_HISTORY * (total > 0 ? total : 1) * own, Double::sum);
        }
        return scores;
    }

    private static long age(UserVector vector, int at) {
        return IntStream.range(0, vector.size())
                .mapToLong(vector::touchedMs)
                .filter(touched -> touched > vector.touchedMs(at))
                .distinct()
                .count();
    }

    private Set<Integer> voters(String user, UserVector vector, MatrixView view) {
        Set<Integer> voters = new LinkedHashSet<>();
        IntStream.range(0, vector.size())
                .filter(i -> vector.interest(i) > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> -vector.touchedMs(i))
                        .thenComparing(i -> shop.items().idOf(vector.item(i))))
                .limit(5)
                .forEach(i -> {
                    ColumnBuffer column = Copies.column(view, vector.item(i));
                    for (int u = 0; u < column.size(); u++) {
                        voters.add(column.slot(u));
                    }
                });
        voters.removeIf(slot -> shop.userOf(slot).equals(user));
        return voters;
    }

    private static double closeness(int distance) {
        if (distance == 0) {
            return 0.5;
        }
        return distance > 0 ? Math.exp(-(distance - 1) / 2.0) : 0.2 * Math.exp(-(-distance - 1) / 2.0);
    }
}
