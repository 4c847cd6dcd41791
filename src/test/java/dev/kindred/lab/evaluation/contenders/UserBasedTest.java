package dev.kindred.lab.evaluation.contenders;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.matrix.MatrixSettings;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Shop;
import dev.kindred.testing.Streams;
import dev.kindred.vector.VectorSettings;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class UserBasedTest {

    private static final int SIZE = 10;
    private final ContenderSettings all = Models.fading(SIZE, Excludes.of(List.of("current")));
    private final ModelSettings settings = all.model();

    /** The slow twin of the update: every list is computed from scratch. */
    private List<String> fromScratch(Shop shop, Interaction event) {
        MatrixView view = shop.view();
        Neighbors neighbors = new NeighborSearch(settings.similarity())
                .search(UserKey.of(event.userId()), shop.vector(event.userId()), view);
        return shop
                .defaultList(
                        settings.recommend(),
                        shop.vector(event.userId()),
                        shop.items().numberOf(event.itemId()),
                        neighbors,
                        view,
                        event.timestampMs())
                .stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    @RandomTest
    void recommendsWhatTheCoreDoes(RandomGenerator random) {
        Shop shop = new Shop(settings.vector(), settings.matrix());
        Contender contender = Product.userBased(all);

        for (Interaction event : Streams.random(random, 500, 20, 30)) {
            shop.learn(event);
            contender.learn(event);

            assertThat(contender.recommend(event.userId(), event.timestampMs())).isEqualTo(fromScratch(shop, event));
        }
    }

    @RandomTest
    void answersOnlyNowAndThenAsIfItAnsweredAlways(RandomGenerator random) {
        Shop shop = new Shop(settings.vector(), settings.matrix());
        Contender contender = Product.userBased(all);

        for (Interaction event : Streams.random(random, 500, 20, 30)) {
            shop.learn(event);
            contender.learn(event);

            if (random.nextInt(4) == 0) {
                assertThat(contender.recommend(event.userId(), event.timestampMs()))
                        .isEqualTo(fromScratch(shop, event));
            }
        }
    }

    @Test
    void takesBackWhatAVectorHasNoRoomFor() {
        VectorSettings vectors = settings.vector();
        ContenderSettings narrow = Models.of(
                new VectorSettings(vectors.weights(), vectors.affinityDecay(), vectors.interestDecay(), 1, 1, 0),
                new MatrixSettings(
                        50, 50, vectors.affinityDecay(), settings.matrix().popularityDecay()),
                settings.similarity(),
                settings.similarItems(),
                settings.recommend());
        Contender contender = Product.userBased(narrow);

        contender.learn(click("alice", "hat", START_MS));
        contender.learn(click("alice", "coat", START_MS + 1));

        assertThat(contender.recommend("stranger", START_MS + 2)).containsExactly("coat");
    }
}
