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
 * The cost of the list of the scenario {@code home} compared with the default list: a refresh, from the search for
 * neighbors to the list, of one, of the other, and of both as the stream computes them. With all defaults.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScenarioBenchmark {

    /** The workload and its model. */
    @State(Scope.Thread)
    public static class Workload {

        @Param("20000")
        int users;

        @Param("5000")
        int items;

        @Param("200000")
        int cells;

        @Param("500")
        int queriedUsers;

        @Param("20")
        int history;

        /** Whether the catalog describes the items. */
        @Param({"false", "true"})
        boolean catalog;

        /** Cells that other users touch between two refreshes. */
        @Param("1")
        int others;

        QueryWorkload queries;
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
            queries = new QueryWorkload(matrix, settings, shop, queriedUsers);
        }

        private ShopModel shop(SyntheticMatrix matrix) {
            KindredConfig config = KindredConfig.of(Map.of());
            TermIndex terms = new TermIndex(
                    config.modelSettings().content(), new LuceneTokenizer(config.language()), matrix.dictionary());
            Catalog known = new Catalog(matrix.dictionary());
            known.follow((number, before, now) -> now.ifPresent(item -> terms.put(number, item)));
            if (catalog) {
                Stream.generate(new SyntheticCatalog()::next).limit(items).forEach(known::put);
            }
            return new ShopModel(matrix.matrix(), matrix.dictionary(), known, terms);
        }

        @Setup(Level.Invocation)
        public void act() {
            queries.next(others);
        }

        /** The lists of the next event: the default list, the scenario's list, or both. */
        int refresh(boolean userBased, boolean blended) {
            ShopView view = shop.view();
            Neighbors neighbors = queries.fromScratch(view.matrix());
            int items = 0;
            if (userBased) {
                items += queries.recommend(byDefault, neighbors, view).size();
            }
            if (blended) {
                items += queries.recommend(home, neighbors, view).size();
            }
            return items;
        }
    }

    @Benchmark
    public int userBased(Workload workload) {
        return workload.refresh(true, false);
    }

    @Benchmark
    public int blended(Workload workload) {
        return workload.refresh(false, true);
    }

    @Benchmark
    public int both(Workload workload) {
        return workload.refresh(true, true);
    }
}
