package dev.kindred.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Strategy;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightLearnerTest {

    private static final int ITEMS = 40;
    private static final long HOUR_MS = 3_600_000;
    private static final List<Strategy> LEARNED =
            List.of(Strategy.USER_BASED, Strategy.SEQUENCE_BASED, Strategy.ITEM_BASED);
    private static final Map<Strategy, Double> INITIAL =
            Map.of(Strategy.USER_BASED, 0.7, Strategy.ITEM_BASED, 0.2, Strategy.POPULAR, 0.1);

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Blend blend = new Blend(dictionary);

    WeightLearnerTest() {
        IntStream.range(0, ITEMS).forEach(item -> dictionary.numberOf("item-" + item));
    }

    private static WeightLearner learner() {
        return new WeightLearner(INITIAL, LEARNED, Decay.ofHalfLife(Duration.ofDays(30)));
    }

    /** An event: the strategy that had its item on top, the item, the items of its user and the time. */
    private record Event(Strategy right, int item, int items, long timestampMs, long seed) {}

    private static Event event(Strategy right, int items, long timestampMs, RandomGenerator random) {
        return new Event(right, random.nextInt(ITEMS), items, timestampMs, random.nextLong());
    }

    private void learn(WeightLearner learner, Event event) {
        RandomGenerator random = new Random(event.seed());
        blend.clear();
        for (Strategy strategy : learner.everyStrategy().keySet()) {
            int[] items = IntStream.range(0, ITEMS).toArray();
            double[] scores = random.doubles(ITEMS).toArray();
            scores[event.item()] = strategy == event.right() ? 1 : scores[event.item()];
            blend.add(strategy, 1, items, scores, ITEMS);
        }
        learner.learn(blend, event.item(), event.items(), event.timestampMs());
    }

    private static Strategy any(RandomGenerator random) {
        return LEARNED.get(random.nextInt(LEARNED.size()));
    }

    @Test
    void beginsWithTheInitialWeights() {
        assertThat(learner().weights(3)).containsAllEntriesOf(INITIAL);
    }

    @RandomTest(seeds = 3)
    void weighsTheStrategyThatIsRight(RandomGenerator random) {
        for (Strategy right : LEARNED) {
            WeightLearner learner = learner();
            for (int i = 0; i < 1500; i++) {
                learn(learner, event(right, 3, i * HOUR_MS, random));
            }

            Map<Strategy, Double> weights = learner.weights(3);

            assertThat(weights.get(right)).isGreaterThan(0.6);
            assertThat(weights.get(Strategy.POPULAR)).isCloseTo(0.1, within(1e-9)); // it is not learned
            assertThat(weights.values().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @RandomTest(seeds = 3)
    void followsAChange(RandomGenerator random) {
        WeightLearner learner = learner();
        for (int i = 0; i < 2000; i++) {
            learn(learner, event(Strategy.ITEM_BASED, 3, i * HOUR_MS, random));
        }
        for (int i = 2000; i < 5000; i++) { // four half-lives
            learn(learner, event(Strategy.SEQUENCE_BASED, 3, i * HOUR_MS, random));
        }

        Map<Strategy, Double> weights = learner.weights(3);

        assertThat(weights.get(Strategy.SEQUENCE_BASED)).isGreaterThan(weights.get(Strategy.ITEM_BASED));
    }

    @RandomTest(seeds = 3)
    void learnsForUsersWithFewAndWithManyItemsApart(RandomGenerator random) {
        WeightLearner learner = learner();
        for (int i = 0; i < 2000; i++) {
            learn(learner, event(Strategy.SEQUENCE_BASED, 1, i * HOUR_MS, random));
            learn(learner, event(Strategy.USER_BASED, 30, i * HOUR_MS, random));
        }

        Map<Strategy, Double> few = learner.weights(1);
        Map<Strategy, Double> many = learner.weights(30);

        assertThat(few.get(Strategy.SEQUENCE_BASED)).isGreaterThan(few.get(Strategy.USER_BASED));
        assertThat(many.get(Strategy.USER_BASED)).isGreaterThan(many.get(Strategy.SEQUENCE_BASED));
    }

    /** Law: however events are divided among learners, and in whatever order, their sum has the weights of one, to the last bit. */
    @RandomTest
    void isTheSumOfItsPartsInAnyOrder(RandomGenerator random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(event(any(random), random.nextInt(30), random.nextLong(5000 * HOUR_MS), random));
        }
        WeightLearner whole = learner();
        events.forEach(event -> learn(whole, event));

        List<WeightLearner> parts = List.of(learner(), learner(), learner());
        Collections.shuffle(events, new Random(random.nextLong()));
        events.forEach(event -> learn(parts.get(random.nextInt(3)), event));
        WeightLearner sum = learner();
        parts.forEach(sum::add);

        for (int items : WeightLearner.contexts()) {
            assertThat(sum.weights(items)).isEqualTo(whole.weights(items));
        }
    }

    @Test
    void ignoresAnItemThatNoStrategyFound() {
        WeightLearner learner = learner();
        blend.clear();
        blend.add(Strategy.USER_BASED, 1, new int[] {1}, new double[] {1}, 1);
        for (int i = 0; i < 1000; i++) {
            learner.learn(blend, 2, 3, HOUR_MS);
        }

        // every expert has gained nothing, so all count alike
        Map<Strategy, Double> weights = learner.weights(3);
        assertThat(weights.get(Strategy.SEQUENCE_BASED)).isCloseTo(0.3 * 1000 / 1200, within(1e-9));
    }
}
