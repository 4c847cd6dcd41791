package dev.kindred.lab.bench;

import dev.kindred.blend.Blend;
import dev.kindred.blend.Cap;
import dev.kindred.blend.CategorySimilarity;
import dev.kindred.blend.Diversity;
import dev.kindred.blend.DiversityRules;
import dev.kindred.blend.RankedItems;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Price;
import dev.kindred.model.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of a refresh after its strategies: five strategies propose 200 of 2,000 items each, and the list has 20. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class BlendBenchmark {

    private static final int ITEMS = 2000;
    private static final int NAMED = 200;
    private static final long NOW = 1_700_000_000_000L;
    private static final String FILTER =
            "category under 'Home > Room 3' and price < 50 and brand in ('brand 1', 'brand 2')"
                    + " and in_stock and tag = 'sale' and newer than 30 d";

    private final ItemDictionary dictionary = new ItemDictionary();
    private final Blend blend = new Blend(dictionary);
    private final Diversity diversity = new Diversity();
    private final List<Item> catalog = new ArrayList<>();
    private final int[][] found = new int[Strategy.values().length][];
    private final double[][] scores = new double[Strategy.values().length][];
    private final int[] ranked = new int[NAMED];
    private final int[] shown = new int[20];
    private DiversityRules rules;
    private ItemFilter filter;
    private Item chosen;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int number = 0; number < ITEMS; number++) {
            dictionary.numberOf("item-" + number);
            catalog.add(item(number, random.nextInt(10), random.nextInt(50)));
        }
        chosen = item(ITEMS, 3, 2);
        for (int strategy = 0; strategy < found.length; strategy++) {
            found[strategy] = random.ints(0, ITEMS).distinct().limit(NAMED).toArray();
            scores[strategy] = random.doubles(NAMED, 0.001, 1)
                    .map(x -> -x)
                    .sorted()
                    .map(x -> -x)
                    .toArray();
        }
        rules = new DiversityRules(
                0.8,
                (item, other) -> CategorySimilarity.between(catalog.get(item), catalog.get(other)),
                List.of(new Cap(item -> List.of(catalog.get(item).brand()), 3)));
        filter = ItemFilter.parse(FILTER);
    }

    private static Item item(int number, int room, int brand) {
        return new Item(
                "item-" + number,
                "",
                "",
                List.of("Home > Room " + room + " > Shelf " + number % 7, "Gifts > Under " + 10 * (number % 9)),
                Set.of("sale", "tag " + number % 5),
                "brand " + brand,
                Optional.of(new Price(number % 45, "EUR")),
                "",
                Map.of(),
                true,
                false,
                OptionalLong.of(NOW - 1000L * number),
                NOW,
                false);
    }

    @Benchmark
    public int blend() {
        blend.clear();
        for (Strategy strategy : Strategy.values()) {
            int at = strategy.ordinal();
            blend.add(strategy, 1 + at, found[at], scores[at], NAMED);
        }
        return blend.rank(ranked);
    }

    @Benchmark
    public int blendAndDiversify() {
        return diversity.pick(RankedItems.of(ranked, blend(), blend::score), rules, shown);
    }

    /** One item that passes all six comparisons. */
    @Benchmark
    public boolean filterItem() {
        return filter.accepts(chosen, NOW);
    }

    /** All items; nearly all fail one of the first comparisons. */
    @Benchmark
    public int filterCatalog() {
        int accepted = 0;
        for (Item item : catalog) {
            accepted += filter.accepts(item, NOW) ? 1 : 0;
        }
        return accepted;
    }

    @Benchmark
    public ItemFilter parseFilter() {
        return ItemFilter.parse(FILTER);
    }
}
