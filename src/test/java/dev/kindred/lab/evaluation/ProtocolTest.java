package dev.kindred.lab.evaluation;

import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.lab.evaluation.contenders.Contender;
import dev.kindred.model.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The calls that a contender receives, in order: {@code + learn, . observe, ? recommend}. */
final class ProtocolTest {

    private final List<String> calls = new ArrayList<>();
    private final List<Prediction> predictions = new ArrayList<>();

    private final Split split = new Split(
            List.of(click("alice", "hat", 2), click("bob", "coat", 1)),
            List.of(
                    click("alice", "scarf", 3),
                    click("carol", "hat", 4),
                    click("alice", "hat", 5),
                    click("alice", "spade", 6)));

    private final class Recorder implements Contender {

        @Override
        public void learn(Interaction event) {
            calls.add("+" + event.userId() + " " + event.itemId());
        }

        @Override
        public void observe(Interaction event) {
            calls.add("." + event.userId() + " " + event.itemId());
        }

        @Override
        public List<String> recommend(String userId, long asOfMs) {
            calls.add("?" + userId + " " + asOfMs);
            return List.of("coat", "hat", "spade");
        }
    }

    private void run(Protocol protocol, long limit) {
        EvaluationSettings settings = new EvaluationSettings(20, limit, List.of());
        new Evaluation(protocol, split, settings)
                .run(new Variant("recorder", Map.of()), new Recorder(), () -> {}, predictions::add);
    }

    private static Protocol named(String name) {
        return Protocol.named(name, false);
    }

    @Test
    void prequentialPredictsBeforeItLearns() {
        run(named("prequential"), Long.MAX_VALUE);

        assertThat(calls)
                .containsExactly(
                        "+bob coat",
                        "+alice hat",
                        "?alice 3",
                        "+alice scarf",
                        "?carol 4",
                        "+carol hat",
                        "?alice 5",
                        "+alice hat",
                        "?alice 6",
                        "+alice spade");
        assertThat(predictions)
                .extracting(Prediction::relevant)
                .containsExactly(Set.of("scarf"), Set.of("hat"), Set.of("hat"), Set.of("spade"));
        assertThat(predictions).extracting(Prediction::eventsBefore).containsExactly(1, 0, 2, 3);
        assertThat(predictions).extracting(Prediction::position).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void nextItemPredictsAfterEveryTestEventExceptTheLastOfAUser() {
        run(named("next-item"), Long.MAX_VALUE);

        assertThat(calls)
                .containsExactly(
                        "+bob coat",
                        "+alice hat",
                        ".alice scarf",
                        "?alice 3",
                        ".carol hat",
                        ".alice hat",
                        "?alice 5",
                        ".alice spade");
        assertThat(predictions).extracting(Prediction::relevant).containsExactly(Set.of("hat"), Set.of("spade"));
        assertThat(predictions).extracting(Prediction::eventsBefore).containsExactly(2, 3);
    }

    @Test
    void nextItemLearnsFromTheTestOnRequest() {
        run(Protocol.named("next-item", true), Long.MAX_VALUE);

        assertThat(calls).contains("+alice scarf", "+carol hat").noneMatch(call -> call.startsWith("."));
    }

    @Test
    void leaveOutPredictsOncePerUserAllTestItems() {
        run(named("leave-out"), Long.MAX_VALUE);

        assertThat(calls).containsExactly("+bob coat", "+alice hat", "?alice 2", "?carol 2");
        assertThat(predictions)
                .extracting(Prediction::relevant)
                .containsExactly(Set.of("scarf", "hat", "spade"), Set.of("hat"));
    }

    @Test
    void leaveOutExcludesTrainingItemsFromTheList() {
        run(named("leave-out"), Long.MAX_VALUE);

        assertThat(predictions)
                .extracting(Prediction::list)
                .containsExactly(List.of("coat", "spade"), List.of("coat", "hat", "spade"));
    }

    @Test
    void stopsAtTheLimit() {
        for (String protocol : List.of("prequential", "next-item", "leave-out")) {
            predictions.clear();
            run(named(protocol), 1);

            assertThat(predictions).as(protocol).hasSize(1);
        }
    }

    @Test
    void reportsProgressAsOftenAsStated() {
        for (String protocol : List.of("prequential", "next-item", "leave-out")) {
            AtomicLong steps = new AtomicLong();
            Evaluation evaluation =
                    new Evaluation(named(protocol), split, new EvaluationSettings(20, Long.MAX_VALUE, List.of()));

            evaluation.run(new Variant("recorder", Map.of()), new Recorder(), steps::incrementAndGet, prediction -> {});

            assertThat(steps.get()).as(protocol).isEqualTo(evaluation.steps());
        }
    }

    @Test
    void everyProtocolHasItsExclusions() {
        assertThat(named("prequential").exclusions(Optional.empty())).isEmpty();
        assertThat(named("prequential").exclusions(Optional.of("seen"))).contains("seen");
        assertThat(named("next-item").exclusions(Optional.empty())).contains("none");
        assertThat(named("next-item").exclusions(Optional.of("current"))).contains("current");
        assertThat(named("leave-out").exclusions(Optional.of("none"))).contains("seen");
    }

    @Test
    void anUnknownNameIsRejectedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("holdout"))
                .withMessageContainingAll("holdout", "prequential", "next-item", "leave-out");
    }
}
