package dev.kindred.offline;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.export.Lines;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Models;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.ListReference;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A model is trained on the candidates that it ranks, with the outcomes of lists. */
final class ExamplesTest {

    private static final long HOUR_MS = 3_600_000;
    private static final KeyedHash HASH = KeyedHash.withSecret("a secret of the tests");
    private static final FeedbackSettings FEEDBACK =
            new FeedbackSettings(true, Duration.ofHours(24), Duration.ofHours(1), 600, HASH);
    private static final Excludes NONE = Excludes.of(List.of());
    private static final ContenderSettings SETTINGS = Models.fading(20, NONE);

    private final List<String> lines = new ArrayList<>();
    private final OfflineShop shop = shop();
    private final ExampleFile file = new ExampleFile(new Lines() {
        @Override
        public void add(String line) {
            lines.add(line);
        }

        @Override
        public void complete() {}

        @Override
        public void close() {}
    });
    private final ShownExamples shown = new ShownExamples(shop, FEEDBACK, origin -> true, file);

    private static OfflineShop shop() {
        return new OfflineShop(scenario(), SETTINGS.model(), SETTINGS.tokenizer(), SETTINGS.items());
    }

    private static Scenario scenario() {
        return Scenario.userBased(20, NONE).weighing(DefaultWeights.BLEND);
    }

    private static float[] copy(FeatureMatrix matrix) {
        return Arrays.copyOf(matrix.values(), matrix.rows() * Feature.COUNT);
    }

    /** Law: the candidates of an example are those that a ranker would have got for the list before the event, bit by bit. */
    @RandomTest
    void describeWhatARankerWouldOrder(RandomGenerator random) {
        List<float[]> ranked = new ArrayList<>();
        List<float[]> learned = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Interaction event : Streams.random(random, 300, 20, 30)) {
            if (shop.hasList(event)) {
                RecommendationContext context = shop.context(event.userId(), event.timestampMs());
                int before = learned.size();
                shop.learnOrder(
                        (candidates, touched, timestampMs) -> {
                            learned.add(copy(candidates));
                            labels.add(touched);
                        },
                        event);
                if (learned.size() > before) {
                    shop.recommender().rank(scenario(), context, shop.view(), 0, (candidates, scores) -> {
                        ranked.add(copy(candidates));
                        return false;
                    });
                    int item = shop.model().items().numberOf(event.itemId());
                    assertThat(shop.candidates(event.userId(), event.timestampMs())
                                    .items()
                                    .getInt(labels.get(labels.size() - 1)))
                            .isEqualTo(item);
                }
            }
            shop.model().learn(event);
        }

        assertThat(learned).hasSizeGreaterThan(50).containsExactlyElementsOf(ranked);
    }

    private static Interaction click(String user, String item, long timeMs) {
        return new Interaction(Optional.empty(), user, item, InteractionType.CLICK, timeMs, 1);
    }

    private static Interaction shown(String item, long timeMs, String listId, int position) {
        return new Interaction(
                Optional.empty(),
                "ann",
                item,
                InteractionType.IMPRESSION,
                timeMs,
                1,
                OptionalDouble.empty(),
                new ListReference(Optional.of(listId), Optional.empty(), Optional.empty(), OptionalInt.of(position)));
    }

    private void take(Interaction event) {
        shown.add(event, event.timestampMs());
        if (event.type().isTouch()) {
            shop.model().learn(event);
        }
    }

    private static String list(long timeMs, double propensity) {
        ListOrigin origin = new ListOrigin(
                timeMs, "home", Optional.of("b"), OptionalDouble.of(propensity), List.of(Strategy.USER_BASED));
        return new ListIds(HASH).make(origin, 1);
    }

    private void annKnowsTents() {
        for (String item : List.of("tent", "pad", "cup")) {
            take(click("bob", item, START_MS));
        }
        take(click("ann", "tent", START_MS));
    }

    @Test
    void tellWhatWasTouchedOfAListThatChanceChose() {
        annKnowsTents();
        String list = list(START_MS + 10, 0.25);
        take(shown("pad", START_MS + 11, list, 1));
        take(shown("cup", START_MS + 11, list, 2));
        take(shown("nothing-that-is-known", START_MS + 11, list, 3));
        take(click("ann", "cup", START_MS + 20));
        assertThat(lines).as("the click may still be taken away").hasSize(1);

        take(click("ann", "tent", START_MS + 26 * HOUR_MS));

        String time = String.valueOf(START_MS + 10);
        assertThat(lines)
                .extracting(line -> line.split(",", 5)[0]
                        + "," + line.split(",", 5)[1]
                        + "," + line.split(",", 5)[2]
                        + "," + line.split(",", 5)[3])
                .containsExactly(
                        "list_v" + Feature.VERSION + ",timestamp_ms,label,propensity",
                        "1," + time + ",0,0.25",
                        "1," + time + ",1,0.25");
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",")).hasSize(4 + Feature.COUNT));
    }

    @Test
    void haveTheFeaturesOfTheMoment() {
        annKnowsTents();
        float[] before = shop.candidates("ann", START_MS + 11).features().row(0);
        String item = shop.model()
                .items()
                .idOf(shop.candidates("ann", START_MS + 11).items().getInt(0));
        take(shown(item, START_MS + 11, list(START_MS + 10, 0.5), 1));
        take(click("ann", "pad", START_MS + 20));
        take(click("ann", "cup", START_MS + 30));
        shown.end();

        List<Float> written = Arrays.stream(lines.get(1).split(","))
                .skip(4)
                .map(Float::parseFloat)
                .toList();
        assertThat(written).hasSize(before.length);
        for (int i = 0; i < before.length; i++) {
            assertThat(written.get(i)).isEqualTo(before[i]);
        }
    }

    @Test
    void ofAListWithoutAnIdOfThisDeploymentAreLeftOut() {
        annKnowsTents();
        take(shown("pad", START_MS + 11, "l-1", 1));
        shown.end();

        assertThat(lines).hasSize(1);
    }
}
