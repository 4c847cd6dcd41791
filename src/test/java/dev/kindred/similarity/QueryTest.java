package dev.kindred.similarity;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.testing.Shop;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {

    private final Shop shop = new Shop(
            new VectorSettings(TypeWeights.equal(), Decay.NONE, Decay.NONE, 0.5, 100, 0),
            new MatrixSettings(100, 100, Decay.NONE, Decay.NONE));

    private int find(Query query, String item) {
        return query.find(shop.items().numberOf(item));
    }

    @Test
    void ignoresNegligibleItems() {
        for (int i = 0; i < 5; i++) {
            shop.learn(click("me", "item-" + i, START_MS + i)); // interests 1/16, 1/8, 1/4, 1/2, 1
        }
        Query query = new Query(0.2, 0);

        query.load(shop.vector("me"), shop.view());

        assertThat(query.size()).isEqualTo(3);
        assertThat(find(query, "item-1")).isNegative();
        assertThat(find(query, "item-2")).isNotNegative();
    }

    @Test
    void ranksItemsByRecency() {
        List.of("bread", "butter").forEach(item -> shop.learn(click("me", item, START_MS)));
        shop.learn(click("me", "tea", START_MS + 1));
        shop.learn(click("me", "honey", START_MS + 2));
        Query query = new Query(0, 0);

        query.load(shop.vector("me"), shop.view());

        assertThat(query.age(find(query, "honey"))).isZero();
        assertThat(query.age(find(query, "tea"))).isEqualTo(1);
        assertThat(query.age(find(query, "butter"))).isEqualTo(2);
        assertThat(query.age(find(query, "bread"))).isEqualTo(2);
    }

    @Test
    void weighsRareItemsMore() {
        List.of("a", "b", "c", "me").forEach(user -> shop.learn(click(user, "bestseller", START_MS)));
        shop.learn(click("me", "rarity", START_MS));
        Query query = new Query(0, 1);

        query.load(shop.vector("me"), shop.view());

        // ln(1 + 4/4) and ln(1 + 4/1)
        assertThat(query.weight(find(query, "bestseller"))).isCloseTo(Math.log(2), within(1e-12));
        assertThat(query.weight(find(query, "rarity"))).isCloseTo(Math.log(5), within(1e-12));
        assertThat(query.inverseNorm()).isCloseTo(1 / Math.hypot(Math.log(2), Math.log(5)), within(1e-12));
    }

    @Test
    void replacesThePreviousVector() {
        shop.learn(click("you", "yours", START_MS));
        shop.learn(click("me", "mine", START_MS));
        Query query = new Query(0, 0);

        query.load(shop.vector("you"), shop.view());
        query.load(shop.vector("me"), shop.view());

        assertThat(find(query, "yours")).isNegative();
        assertThat(query.size()).isEqualTo(1);
    }
}
