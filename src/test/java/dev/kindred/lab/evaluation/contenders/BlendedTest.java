package dev.kindred.lab.evaluation.contenders;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.Strategy;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BlendedTest {

    private static final int SIZE = 7;
    private static final int ENOUGH = 150; // events, after which neighbors alone fill a list

    private static ContenderSettings settings(Excludes excludes, Strategy alone) {
        ContenderSettings usual = Models.fading(SIZE, excludes);
        return new ContenderSettings(usual.model(), usual.items(), usual.tokenizer(), Map.of(alone, 1.0));
    }

    /** The user-based contender fills up what neighbors leave short; so the blend has the beginning of its list. */
    @RandomTest
    void isUserBasedWhereNothingElseHasAWeight(RandomGenerator random) {
        for (String exclude : Excludes.WORDS) {
            ContenderSettings settings = settings(Excludes.of(List.of(exclude)), Strategy.USER_BASED);
            Contender userBased = Product.userBased(settings);
            Contender blended = Product.blended(settings);

            int learned = 0;
            for (Interaction event : Streams.random(random, 250, 10, 30)) {
                userBased.learn(event);
                blended.learn(event);
                learned++;

                List<String> list = blended.recommend(event.userId(), event.timestampMs());
                assertThat(list)
                        .isEqualTo(userBased
                                .recommend(event.userId(), event.timestampMs())
                                .subList(0, list.size()));
                if (learned > ENOUGH && !exclude.equals("seen")) {
                    assertThat(list).hasSize(SIZE);
                }
            }
        }
    }

    @Test
    void knowsTheCatalog() {
        ModelSettings usual = Models.fading(SIZE, Excludes.of(List.of("seen"))).model();
        ModelSettings model = new ModelSettings(
                usual.vector(),
                usual.matrix(),
                usual.similarity(),
                usual.similarItems(),
                usual.recommend(),
                new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 10, 10, 10, 0, 0),
                usual.recent());
        Contender blended = Product.blended(new ContenderSettings(
                model,
                List.of(
                        Item.of("tea", "green leaf", List.of()),
                        Item.of("fresh", "green tin", List.of()),
                        Item.of("cup", "blue china", List.of())),
                text -> text.isEmpty() ? List.of() : List.of(text.split(" ")),
                Map.of(Strategy.CONTENT_BASED, 1.0)));

        blended.learn(click("ann", "tea", START_MS));

        assertThat(blended.recommend("ann", START_MS)).containsExactly("fresh"); // that nobody has touched
    }
}
