package dev.kindred.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.Item;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiversityTest {

    private static final int ITEMS = 40;
    private static final Cap TWO_OF_EACH_TENTH = new Cap(item -> List.of("tenth " + item % 10), 2);
    private static final Cap NINE_OF_EACH_SEVENTH =
            new Cap(item -> item % 7 == 0 ? List.of() : List.of("seventh " + item % 7, "small " + item / 30), 9);

    private final Diversity diversity = new Diversity();

    /** Items best first, their scores by item, and their similarities. */
    private record Ranked(List<Integer> items, List<Double> scores, ItemSimilarity similarity) {

        static Ranked random(RandomGenerator random) {
            List<Double> scores = random.doubles(ITEMS, 0.01, 3)
                    .map(score -> Math.ceil(8 * score) / 8) // with ties
                    .boxed()
                    .toList();
            double[][] similarities = new double[ITEMS][ITEMS];
            for (int i = 0; i < ITEMS; i++) {
                for (int j = 0; j < i; j++) {
                    similarities[i][j] = random.nextInt(5) / 4.0;
                    similarities[j][i] = similarities[i][j];
                }
            }
            List<Integer> items = IntStream.range(0, ITEMS)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(item -> -scores.get(item)))
                    .toList();
            return new Ranked(items, scores, (item, other) -> similarities[item][other]);
        }
    }

    @RandomTest(seeds = 20)
    void equalsTheDefinition(RandomGenerator random) {
        for (int round = 0; round < 3; round++) { // scratch memory is used again
            Ranked ranked = Ranked.random(random);
            double lambda = random.nextInt(9) / 8.0;
            List<Cap> caps = List.of(TWO_OF_EACH_TENTH, NINE_OF_EACH_SEVENTH).subList(0, random.nextInt(3));

            assertThat(picked(ranked, lambda, caps, 15)).isEqualTo(bySlowMeans(ranked, lambda, caps, 15));
        }
    }

    @RandomTest
    void changesNothingWithLambdaOne(RandomGenerator random) {
        Ranked ranked = Ranked.random(random);

        assertThat(picked(ranked, 1, List.of(), 15)).isEqualTo(ranked.items.subList(0, 15));
    }

    @RandomTest
    void keepsTheBestInItsPlace(RandomGenerator random) {
        Ranked ranked = Ranked.random(random);

        assertThat(picked(ranked, random.nextDouble(), List.of(TWO_OF_EACH_TENTH), 15))
                .startsWith(ranked.items.get(0));
    }

    @RandomTest
    void breaksNoCapAndFillsTheListWhereCapsAllow(RandomGenerator random) {
        Ranked ranked = Ranked.random(random);

        List<Integer> all = picked(ranked, random.nextDouble(), List.of(TWO_OF_EACH_TENTH), ITEMS);

        Map<Integer, Long> counts =
                all.stream().collect(Collectors.groupingBy(item -> item % 10, Collectors.counting()));
        assertThat(counts)
                .hasSize(10)
                .allSatisfy((kind, count) -> assertThat(count).isEqualTo(2));
    }

    @RandomTest
    void picksTheSameIfAllScoresAreScaled(RandomGenerator random) {
        Ranked ranked = Ranked.random(random);
        List<Double> scaled = ranked.scores.stream().map(score -> 1024 * score).toList();

        assertThat(picked(new Ranked(ranked.items, scaled, ranked.similarity), 0.5, List.of(), 15))
                .isEqualTo(picked(ranked, 0.5, List.of(), 15));
    }

    @Test
    void prefersDifferentItems() {
        double[] scores = {1, 0.9, 0.8};
        ItemSimilarity alike = (item, other) -> item + other == 1 ? 1 : 0; // 0 and 1
        int[] into = new int[3];

        // second: 1 is worth 0.5 * 0.9 - 0.5 * 1 = -0.05, 2 is worth 0.5 * 0.8 = 0.4
        diversity.pick(
                RankedItems.of(new int[] {0, 1, 2}, 3, item -> scores[item]),
                new DiversityRules(0.5, alike, List.of()),
                into);

        assertThat(into).containsExactly(0, 2, 1);
    }

    @Test
    void picksNothingFromNothing() {
        DiversityRules rules = new DiversityRules(0.5, (item, other) -> 0, List.of());

        assertThat(diversity.pick(RankedItems.of(new int[0], 0, item -> 1), rules, new int[3]))
                .isZero();
    }

    @Test
    void rejectsInvalidRules() {
        assertThatThrownBy(() -> new DiversityRules(1.5, (item, other) -> 0, List.of()))
                .hasMessage("lambda must be in [0, 1], got 1.5");
        assertThatThrownBy(() -> new Cap(item -> List.of(), 0)).hasMessage("limit must be positive, got 0");
    }

    @ParameterizedTest
    @CsvSource({
        "Home > Kitchen > Tea, Home > Kitchen > Tea, 1",
        "Home > Kitchen > Tea, Home > Kitchen, 0.8", // 2 * 2 / (3 + 2)
        "Home > Kitchen > Tea, Home > Garden, 0.4", // 2 * 1 / (3 + 2)
        "Home > Kitchen, Home > Kitchenette, 0.5",
        "Home, Homeland, 0",
        "Home, Garden, 0",
        "Home, , 0",
        "Toys | Home > Garden, Home | Garden, 0.6666666666666666", // the best pair: 2 * 1 / (2 + 1)
    })
    void comparesItemsByTheirCategories(String categories, String others, double similarity) {
        assertThat(CategorySimilarity.between(item(categories), item(others))).isEqualTo(similarity);
        assertThat(CategorySimilarity.between(item(others), item(categories))).isCloseTo(similarity, within(0.0));
    }

    private static Item item(String categories) {
        return Item.of("any", "", categories == null ? List.of() : List.of(categories.split(" \\| ")));
    }

    private List<Integer> picked(Ranked ranked, double lambda, List<Cap> caps, int wanted) {
        int[] items = ranked.items.stream().mapToInt(item -> item).toArray();
        int[] into = new int[wanted];
        DiversityRules rules = new DiversityRules(lambda, ranked.similarity, caps);
        int count = diversity.pick(RankedItems.of(items, items.length, ranked.scores::get), rules, into);
        return Arrays.stream(into, 0, count).boxed().toList();
    }

    private static List<Integer> bySlowMeans(Ranked ranked, double lambda, List<Cap> caps, int wanted) {
        List<Integer> picked = new ArrayList<>();
        while (picked.size() < wanted) {
            List<Integer> left = ranked.items.stream()
                    .filter(item -> !picked.contains(item))
                    .filter(item -> caps.stream().allMatch(cap -> hasRoom(item, cap, picked)))
                    .toList();
            if (left.isEmpty()) {
                break;
            }
            picked.add(left.stream()
                    .reduce((best, next) ->
                            value(next, ranked, lambda, picked) > value(best, ranked, lambda, picked) ? next : best)
                    .orElseThrow());
        }
        return picked;
    }

    private static boolean hasRoom(int item, Cap cap, List<Integer> picked) {
        return cap.kindsOf().apply(item).stream()
                .allMatch(kind -> picked.stream()
                                .filter(other -> cap.kindsOf().apply(other).contains(kind))
                                .count()
                        < cap.limit());
    }

    private static float value(int item, Ranked ranked, double lambda, List<Integer> picked) {
        double best = ranked.scores.get(ranked.items.get(0)).floatValue();
        double relevance = ranked.scores.get(item).floatValue() / best;
        double nearest = picked.stream()
                .mapToDouble(other -> ranked.similarity.between(item, other))
                .max()
                .orElse(0);
        return (float) (lambda * relevance - (1 - lambda) * nearest);
    }
}
