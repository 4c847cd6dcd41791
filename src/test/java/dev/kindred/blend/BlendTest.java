package dev.kindred.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Strategy;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class BlendTest {

    private static final int ITEMS = 60;

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Blend blend = new Blend(dictionary);

    /** One strategy's input: its weight, and a score for each item that it names. */
    private record StrategyInput(double weight, Map<Integer, Double> scores) {

        StrategyInput scaled(double factor) {
            Map<Integer, Double> scaled = new HashMap<>();
            scores.forEach((item, score) -> scaled.put(item, score * factor));
            return new StrategyInput(weight, scaled);
        }
    }

    @RandomTest(seeds = 20)
    void equalsTheDefinition(RandomGenerator random) {
        nameItems();
        Map<Integer, Double> factors = factors(random);
        for (int round = 0; round < 3; round++) { // scratch memory is used again
            Map<Strategy, StrategyInput> inputs = inputs(random);

            List<Integer> ranked = ranked(inputs, factors, ITEMS);

            Map<Integer, Double> expected = bySlowMeans(inputs, factors);
            assertThat(ranked).isEqualTo(inOrder(expected));
            assertThat(ranked)
                    .allSatisfy(item -> assertThat(blend.score(item)).isCloseTo(expected.get(item), within(1e-12)));
        }
    }

    /** Law: the rank with other weights is the one that a blend with these weights gives. */
    @RandomTest
    void ranksWithOtherWeights(RandomGenerator random) {
        nameItems();
        Map<Strategy, StrategyInput> inputs = inputs(random);
        Map<Strategy, Double> others = new EnumMap<>(Strategy.class);
        inputs.keySet().forEach(strategy -> others.put(strategy, random.nextDouble()));
        Map<Strategy, StrategyInput> reweighed = new EnumMap<>(Strategy.class);
        inputs.forEach((strategy, input) -> reweighed.put(
                strategy, new StrategyInput(input.weight() > 0 ? others.get(strategy) : 0, input.scores())));
        List<Integer> expected = ranked(reweighed, Map.of(), ITEMS);
        ranked(inputs, Map.of(), ITEMS);

        for (int item = 0; item < ITEMS; item++) {
            assertThat(blend.rankWith(item, others)).as("item %d", item).isEqualTo(expected.indexOf(item) + 1);
        }
    }

    @RandomTest
    void partsAddUpToTheScore(RandomGenerator random) {
        nameItems();
        Map<Strategy, StrategyInput> inputs = inputs(random);

        List<Integer> ranked = ranked(inputs, factors(random), ITEMS);

        assertThat(ranked)
                .allSatisfy(item -> assertThat(Arrays.stream(Strategy.values())
                                .mapToDouble(strategy -> blend.part(item, strategy))
                                .sum())
                        .isCloseTo(blend.score(item), within(1e-12)));
    }

    @RandomTest
    void sharesAddUpToOneAndInactiveStrategiesHaveNone(RandomGenerator random) {
        nameItems();
        Map<Strategy, StrategyInput> inputs = inputs(random);
        inputs.put(Strategy.ITEM_BASED, new StrategyInput(1, Map.of(1, 0.5)));
        inputs.put(Strategy.TRENDING, new StrategyInput(5, Map.of(1, -0.5)));

        ranked(inputs, Map.of(), ITEMS);

        assertThat(Arrays.stream(Strategy.values()).mapToDouble(blend::share).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(blend.share(Strategy.TRENDING)).isZero();
    }

    @RandomTest
    void doesNotDependOnTheScaleOfAStrategyOrOfTheWeights(RandomGenerator random) {
        nameItems();
        Map<Strategy, StrategyInput> inputs = inputs(random);
        List<Integer> before = ranked(inputs, Map.of(), ITEMS);

        inputs.replaceAll((strategy, opinion) -> {
            StrategyInput scaled = opinion.scaled(Math.scalb(1.0, random.nextInt(-300, 300)));
            return new StrategyInput(8 * opinion.weight, scaled.scores);
        });

        assertThat(ranked(inputs, Map.of(), ITEMS)).isEqualTo(before);
    }

    @RandomTest
    void doesNotDependOnTheOrderOfStrategiesNorOnInactiveOnes(RandomGenerator random) {
        nameItems();
        Map<Strategy, StrategyInput> inputs = inputs(random);
        inputs.remove(Strategy.POPULAR);
        List<Integer> before = ranked(inputs, Map.of(), ITEMS);

        blend.clear();
        List<Map.Entry<Strategy, StrategyInput>> backwards = new ArrayList<>(inputs.entrySet());
        Collections.reverse(backwards);
        blend.add(Strategy.POPULAR, 3, new int[0], new double[0], 0);
        backwards.forEach(entry -> add(entry.getKey(), entry.getValue()));

        assertThat(rankOf(ITEMS)).isEqualTo(before);
    }

    @RandomTest
    void keepsTheOrderOfASingleStrategy(RandomGenerator random) {
        nameItems();
        Map<Integer, Double> scores = scores(random);
        StrategyInput alone = new StrategyInput(random.nextDouble(0.1, 5), scores);

        assertThat(ranked(Map.of(Strategy.USER_BASED, alone), Map.of(), ITEMS)).isEqualTo(inOrder(scores));
    }

    @Test
    void givesTheBestOfEachItsWeight() {
        nameItems();
        blend.add(Strategy.USER_BASED, 3, new int[] {1, 2}, new double[] {40, 10}, 2);
        blend.add(Strategy.ITEM_BASED, 1, new int[] {2, 3, 4}, new double[] {0.5, 0.25, -9}, 3);
        blend.add(Strategy.TRENDING, 6, new int[] {5}, new double[] {0}, 1); // is inactive

        // 1: 3/4; 2: 3/4 * 10/40 + 1/4; 3: 1/4 * 0.25/0.5; 4: at worst -1/4
        assertThat(rankOf(10)).containsExactly(1, 2, 3);
        assertThat(blend.score(1)).isEqualTo(0.75);
        assertThat(blend.score(2)).isEqualTo(0.4375);
        assertThat(blend.part(2, Strategy.USER_BASED)).isEqualTo(0.1875);
        assertThat(blend.part(2, Strategy.ITEM_BASED)).isEqualTo(0.25);
        assertThat(blend.score(3)).isEqualTo(0.125);
        assertThat(blend.score(4)).isEqualTo(-0.25);
        assertThat(blend.score(5)).isZero();
        assertThat(blend.share(Strategy.USER_BASED)).isEqualTo(0.75);
    }

    @Test
    void breaksTiesById() {
        dictionary.numberOf("pear"); // 0
        dictionary.numberOf("apple"); // 1
        blend.add(Strategy.POPULAR, 1, new int[] {0, 1}, new double[] {2, 2}, 2);

        assertThat(rankOf(1)).containsExactly(1);
    }

    @Test
    void rejectsInvalidWeights() {
        int[] items = {1};
        double[] scores = {1};

        assertThatThrownBy(() -> blend.add(Strategy.POPULAR, -1, items, scores, 1))
                .hasMessage("weight must be finite and not negative, got -1.0");
        blend.add(Strategy.POPULAR, 1, items, scores, 1);
        assertThatThrownBy(() -> blend.add(Strategy.POPULAR, 1, items, scores, 1))
                .hasMessage("strategy must be added once, got POPULAR again");
    }

    private void nameItems() {
        SplittableRandom names = new SplittableRandom(7); // so that ids and numbers are in different order
        IntStream.range(0, ITEMS).forEach(number -> dictionary.numberOf("item-" + names.nextInt(1000, 9999) + number));
    }

    private static Map<Strategy, StrategyInput> inputs(RandomGenerator random) {
        Map<Strategy, StrategyInput> inputs = new EnumMap<>(Strategy.class);
        for (Strategy strategy : Strategy.values()) {
            if (random.nextInt(4) > 0) {
                double weight = random.nextInt(4) / 2.0; // now and then 0
                inputs.put(strategy, new StrategyInput(weight, scores(random)));
            }
        }
        return inputs;
    }

    /** Multiples of 1/8, to get ties. */
    private static Map<Integer, Double> scores(RandomGenerator random) {
        Map<Integer, Double> scores = new TreeMap<>();
        random.ints(random.nextInt(30), 0, ITEMS).forEach(item -> scores.put(item, random.nextInt(-4, 9) / 8.0));
        return scores;
    }

    private static Map<Integer, Double> factors(RandomGenerator random) {
        Map<Integer, Double> factors = new HashMap<>();
        random.ints(10, 0, ITEMS).forEach(item -> factors.put(item, random.nextInt(5) / 2.0));
        return factors;
    }

    private List<Integer> ranked(Map<Strategy, StrategyInput> inputs, Map<Integer, Double> factors, int limit) {
        blend.clear();
        inputs.forEach(this::add);
        blend.multiply(item -> factors.getOrDefault(item, 1.0));
        return rankOf(limit);
    }

    private List<Integer> rankOf(int limit) {
        int[] into = new int[limit];
        int count = blend.rank(into);
        return Arrays.stream(into, 0, count).boxed().toList();
    }

    private void add(Strategy strategy, StrategyInput opinion) {
        List<Integer> bestFirst = opinion.scores.keySet().stream()
                .sorted(Comparator.comparing(opinion.scores::get).reversed())
                .toList();
        blend.add(
                strategy,
                opinion.weight,
                bestFirst.stream().mapToInt(item -> item).toArray(),
                bestFirst.stream().mapToDouble(opinion.scores::get).toArray(),
                bestFirst.size());
    }

    private static Map<Integer, Double> bySlowMeans(Map<Strategy, StrategyInput> inputs, Map<Integer, Double> factors) {
        List<StrategyInput> speaking = inputs.values().stream()
                .filter(opinion -> opinion.weight > 0 && greatest(opinion) > 0)
                .toList();
        double total = speaking.stream().mapToDouble(StrategyInput::weight).sum();
        Map<Integer, Double> scores = new HashMap<>();
        for (StrategyInput opinion : speaking) {
            opinion.scores.forEach((item, score) -> scores.merge(
                    item,
                    factors.getOrDefault(item, 1.0) * opinion.weight / total * Math.max(-1, score / greatest(opinion)),
                    Double::sum));
        }
        return scores;
    }

    private static double greatest(StrategyInput opinion) {
        return opinion.scores.values().stream()
                .mapToDouble(score -> score)
                .max()
                .orElse(0);
    }

    private List<Integer> inOrder(Map<Integer, Double> scores) {
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() > 1e-9)
                .sorted(Comparator.<Map.Entry<Integer, Double>>comparingDouble(
                                entry -> -entry.getValue().floatValue())
                        .thenComparing(entry -> dictionary.idOf(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
