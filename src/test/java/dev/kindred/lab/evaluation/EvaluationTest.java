package dev.kindred.lab.evaluation;

import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.evaluation.contenders.Contender;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvaluationTest {

    private static final List<Item> CATALOG =
            List.of(Item.of("hat", "", List.of()), Item.of("tent", "", List.of()), Item.of("rope", "", List.of()));
    private static final Split SPLIT =
            new Split(List.of(click("alice", "hat", 1), click("bob", "coat", 2)), List.of(click("alice", "coat", 3)));

    /** Gives everybody the same list. */
    private record Fixed(List<String> list) implements Contender {

        @Override
        public void learn(Interaction event) {}

        @Override
        public void observe(Interaction event) {}

        @Override
        public List<String> recommend(String userId, long asOfMs) {
            return list;
        }
    }

    private static double coverage(List<Item> catalog, String... list) {
        return new Evaluation(
                        Protocol.named("prequential", false),
                        SPLIT,
                        new EvaluationSettings(20, Long.MAX_VALUE, catalog))
                .run(new Variant("fixed", Map.of()), new Fixed(List.of(list)), () -> {}, prediction -> {})
                .beyondAccuracy()
                .coverage();
    }

    @Test
    void coverageIsOfTheItemsOfTheLogAndOfTheCatalog() {
        assertThat(coverage(List.of(), "hat")).isEqualTo(0.5); // of hat, coat
        assertThat(coverage(CATALOG, "hat")).isEqualTo(0.25); // of hat, coat, tent, rope
        assertThat(coverage(CATALOG, "hat", "coat", "tent", "rope")).isEqualTo(1);
    }
}
