package dev.kindred.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.ranking.Feature;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.ranking.OwnModel;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankerFallback;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models come from {@code ranking/train.py} in the test resources. */
final class OnnxModelsTest {

    private static final Duration GENEROUS = Duration.ofSeconds(30);

    @TempDir
    private Path directory = Path.of("");

    private final List<RankerFallback> fallbacks = Collections.synchronizedList(new ArrayList<>());
    private final OnnxModels models = new OnnxModels(fallbacks::add);

    @AfterEach
    void close() {
        models.close();
    }

    private static Path model(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OnnxModelsTest.class.getResource("/ranking/" + name), name)
                .toURI());
    }

    private Ranker open(String name, Duration budget) throws URISyntaxException {
        OwnModel model = new OwnModel(model(name), budget);
        return Objects.requireNonNull(models.open(List.of(model)).get(model));
    }

    private static FeatureMatrix candidates(double... own) {
        FeatureMatrix candidates = new FeatureMatrix();
        candidates.begin(own.length);
        for (int row = 0; row < own.length; row++) {
            candidates.set(row, Feature.OWN, own[row]);
            candidates.set(row, Feature.BLEND, 1);
        }
        return candidates;
    }

    @Test
    void scoresAllCandidatesInOneBatch() throws URISyntaxException {
        Ranker ranker = open("own.onnx", GENEROUS);
        double[] scores = new double[5];

        assertThat(ranker.score(candidates(0.25, 1, 0), scores)).isTrue();
        assertThat(scores).containsExactly(0.25, 1, 0, 0, 0);
        assertThat(ranker.score(candidates(1, 0.5), scores)).isTrue();
        assertThat(scores).startsWith(1, 0.5);
        assertThat(fallbacks).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheBlendWhereTheBudgetIsTooShort() throws URISyntaxException {
        Ranker ranker = open("own.onnx", Duration.ofNanos(1));

        assertThat(ranker.score(candidates(0, 1), new double[2])).isFalse();
        assertThat(fallbacks).containsExactly(RankerFallback.TIMEOUT);
    }

    /** A loop of ten million operators takes seconds; the clock stops it between two of them. */
    @Test
    void stopsARunAtTheEndOfItsBudget() throws URISyntaxException {
        Ranker ranker = open("endless.onnx", Duration.ofMillis(20));
        FeatureMatrix candidates = candidates(0, 1);
        long startNanos = System.nanoTime();

        assertThat(ranker.score(candidates, new double[2])).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(GENEROUS);
        assertThat(fallbacks).containsExactly(RankerFallback.TIMEOUT);
    }

    @Test
    void keepsTheOrderOfTheBlendWhereAScoreIsNoNumber() throws URISyntaxException {
        Ranker ranker = open("ratio.onnx", GENEROUS); // the feature OWN divided by BLEND
        FeatureMatrix nothing = new FeatureMatrix();
        nothing.begin(2);

        assertThat(ranker.score(candidates(0, 1), new double[2])).isTrue();
        assertThat(ranker.score(nothing, new double[2])).isFalse();
        assertThat(fallbacks).containsExactly(RankerFallback.FAILURE);
    }

    @Test
    void refusesAModelForOtherFeatures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("other-version.onnx", GENEROUS))
                .withMessageContaining("is for features of version 99, this program has version " + Feature.VERSION
                        + ": train it with examples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("other-width.onnx", GENEROUS))
                .withMessageContaining("must have one input, float32 [n, " + Feature.COUNT + "]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("label.onnx", GENEROUS))
                .withMessageContaining("must have float32 [n] or [n, columns] as its last output");
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path text = Files.writeString(directory.resolve("model.onnx"), "no model");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> models.open(List.of(new OwnModel(text, GENEROUS))))
                .withMessageContaining("is no model that ONNX Runtime can run");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> models.open(List.of(new OwnModel(directory.resolve("absent.onnx"), GENEROUS))))
                .withMessageContaining("cannot be read");
    }

    @Test
    void closesTheFormerModelsWhenOthersAreOpened() throws URISyntaxException {
        Ranker former = open("own.onnx", GENEROUS);
        Ranker present = open("own.onnx", GENEROUS);

        assertThat(former.score(candidates(0, 1), new double[2])).isFalse();
        assertThat(present.score(candidates(0, 1), new double[2])).isTrue();
        assertThat(fallbacks).as("a list that is late is no failure").isEmpty();
    }

    @Test
    void keepsTheFormerModelsWhereOneCannotBeOpened() throws URISyntaxException {
        Ranker former = open("own.onnx", GENEROUS);

        assertThatIllegalArgumentException().isThrownBy(() -> open("other-width.onnx", GENEROUS));

        assertThat(former.score(candidates(0, 1), new double[2])).isTrue();
    }

    /** A session that is closed while it runs would end the process. */
    @Test
    void scoresAndIsReplacedInManyThreads() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        List<Ranker> rankers = Collections.synchronizedList(new ArrayList<>());
        rankers.add(open("own.onnx", GENEROUS));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Integer>> scored = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            scored.add(threads.submit(() -> {
                int lists = 0;
                while (!isOver.get()) {
                    lists += rankers.get(rankers.size() - 1).score(candidates(0, 1), new double[2]) ? 1 : 0;
                }
                return lists;
            }));
        }
        for (int i = 0; i < 30; i++) {
            rankers.add(open("own.onnx", GENEROUS));
        }
        isOver.set(true);

        for (Future<Integer> lists : scored) {
            assertThat(lists.get()).isPositive();
        }
        threads.shutdown();
        assertThat(fallbacks).isEmpty();
    }

    /** The packaged program does not carry ONNX Runtime. */
    @Test
    void saysWhatToDoWithoutTheRuntime() throws Exception {
        List<URL> withoutIt = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("onnxruntime")) {
                withoutIt.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(withoutIt.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(OnnxModels.class.getName());
            Object own = loader.loadClass(OwnModel.class.getName())
                    .getConstructor(Path.class, Duration.class)
                    .newInstance(model("own.onnx"), GENEROUS);
            Object alone = type.getConstructor(Consumer.class).newInstance((Consumer<Object>) fallback -> {});

            type.getMethod("open", Collection.class).invoke(alone, List.of());
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    InvocationTargetException.class,
                                    () -> type.getMethod("open", Collection.class)
                                            .invoke(alone, List.of(own)))
                            .getCause())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs ONNX Runtime: put the jar of com.microsoft.onnxruntime:onnxruntime:"
                            + versionInThePom() + " into the directory lib beside kindred.jar");
        }
    }

    private static String versionInThePom() throws IOException {
        return Files.readString(Path.of("pom.xml"))
                .split("<onnxruntime.version>", 2)[1]
                .split("<", 2)[0];
    }
}
