package dev.kindred.lab.bench;

import dev.kindred.content.ContentBased;
import dev.kindred.content.ContentMatch;
import dev.kindred.content.ContentRequest;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.content.TermIndex;
import dev.kindred.math.Decay;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ItemDictionary;
import dev.kindred.text.Language;
import dev.kindred.text.LuceneTokenizer;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
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
 * Lists by content, and changes of the catalog, with a full catalog. While it is filled, the benchmark prints the
 * memory per
 * item and the speed of indexing.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class ContentBenchmark {

    private static final int USERS = 500;
    private static final int HISTORY = 50;

    @Param("200000")
    int items;

    @Param("500")
    int postings;

    @Param("64")
    int terms;

    private final SplittableRandom random = new SplittableRandom(2);
    private final ItemDictionary dictionary = new ItemDictionary();
    private final SyntheticCatalog catalog = new SyntheticCatalog();
    private final UserVector[] users = new UserVector[USERS];
    private TermIndex index;
    private ContentBased search;
    private int asked;

    @Setup(Level.Trial)
    public void fill() {
        ContentSettings settings =
                new ContentSettings(new FieldWeights(1, 0.5, 1, 1, 1), postings, terms, 300, 0.05, 0.05);
        search = new ContentBased(settings, dictionary);
        index = new TermIndex(settings, new LuceneTokenizer(Language.ENGLISH), dictionary);
        List<Item> all = Stream.generate(catalog::next).limit(items).toList();
        all.forEach(item -> dictionary.numberOf(item.itemId()));
        long before = LiveHeap.bytes();
        long startNs = System.nanoTime();
        all.forEach(item -> index.put(dictionary.numberOf(item.itemId()), item));
        double seconds = (System.nanoTime() - startNs) / 1e9;
        double bytesPerItem = (LiveHeap.bytes() - before) / (double) items;
        System.out.printf(
                Locale.ROOT,
                "%n# took in %,d items with %,d terms in %.1f s: %.0f bytes per item on the heap%n",
                items,
                index.terms(),
                seconds,
                bytesPerItem);
        for (int user = 0; user < USERS; user++) {
            users[user] = user();
        }
    }

    private UserVector user() {
        UserVector vector = new UserVector(
                new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 0.8, HISTORY, 0), dictionary);
        for (int event = 1; event <= HISTORY; event++) {
            String item = dictionary.idOf(random.nextInt(items));
            vector.learn(new Interaction(Optional.empty(), "user", item, InteractionType.CLICK, event, 1));
        }
        return vector;
    }

    @Benchmark
    public List<ContentMatch> recommend() {
        UserVector vector = users[asked++ % USERS];
        return search.recommend(vector, new ContentRequest(20, 3, item -> vector.indexOf(item) < 0), index.view());
    }

    @Benchmark
    public List<ContentMatch> similarTo() {
        return search.similarTo(random.nextInt(items), new ContentRequest(20, 3, item -> true), index.view());
    }

    @Benchmark
    public void change() {
        int item = random.nextInt(items);
        index.put(item, catalog.changed(dictionary.idOf(item)));
    }
}
