package dev.kindred.lab.bench;

import dev.kindred.catalog.Catalog;
import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.content.TermIndex;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.ShopModel;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.Neighbors;
import dev.kindred.text.LuceneTokenizer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the list of the scenario {@code home} costs against the default one: a refresh, from the search for neighbors
 * to the list, of one, of the other, and of both as the stream does it. With all defaults.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScenarioBenchmark {

    /** Who asks, and what the model is. */
    @State(Scope.Thread)
    public static class Asking {

        @Param("20000")
        int users;

        @Param("5000")
        int items;

        @Param("200000")
        int cells;

        @Param("500")
        int askers;

        @Param("20")
        int history;

        /** Whether the shop says what its items are. */
        @Param({"false", "true"})
        boolean catalog;

        /** Cells that others touch between one refresh and the next. */
        @Param("1")
        int others;

        Askers shoppers;
        Scenario byDefault;
        Scenario home;
        ShopModel shop;

        @Setup(Level.Trial)
        public void fill() {
            ModelSettings settings = new Size(users, items, history, 100).settings(Map.of());
            SyntheticMatrix matrix = new SyntheticMatrix(settings.matrix(), users, items);
            FilledMatrix.fill(matrix, cells);
            byDefault = settings.recommend().defaultScenario();
            home = ScenarioFile.examples().find("home").orElseThrow();
            shop = shop(matrix);
            shoppers = new Askers(matrix, settings, shop, askers);
        }

        private ShopModel shop(SyntheticMatrix matrix) {
            KindredConfig config = KindredConfig.of(Map.of());
            TermIndex terms = new TermIndex(
                    config.contentSettings(), new LuceneTokenizer(config.language()), matrix.dictionary());
            Catalog known = new Catalog(matrix.dictionary());
            known.follow((number, before, now) -> now.ifPresent(item -> terms.put(number, item)));
            if (catalog) {
                Stream.generate(new SyntheticCatalog()::next).limit(items).forEach(known::put);
            }
            return new ShopModel(matrix.matrix(), matrix.dictionary(), known, terms);
        }

        @Setup(Level.Invocation)
        public void act() {
            shoppers.next(others);
        }

        /** The lists of the next event: the default one, that of the scenario, or both. */
        int refresh(boolean userBased, boolean blended) {
            ShopView view = shop.view();
            Neighbors neighbors = shoppers.fromScratch(view.matrix());
            int items = 0;
            if (userBased) {
                items += shoppers.recommend(byDefault, neighbors, view).size();
            }
            if (blended) {
                items += shoppers.recommend(home, neighbors, view).size();
            }
            return items;
        }
    }

    @Benchmark
    public int userBased(Asking asking) {
        return asking.refresh(true, false);
    }

    @Benchmark
    public int blended(Asking asking) {
        return asking.refresh(false, true);
    }

    @Benchmark
    public int both(Asking asking) {
        return asking.refresh(true, true);
    }
}
