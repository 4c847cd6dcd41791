package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.ListOrigin;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.Interaction;
import dev.kindred.model.ListReference;
import dev.kindred.model.Strategy;
import dev.kindred.testing.Deployment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Events on lists of a deployment, and their outcomes. */
final class Lists {

    private static final int COUNT = 40;

    private Lists() {}

    /** The same events, each on an item of some list that was made just now: no event comes before its list, so none is late. */
    static List<Interaction> on(List<Interaction> events, Deployment deployment, RandomGenerator random) {
        ListIds ids = new ListIds(deployment.config().feedbackSettings().hash());
        long madeMs = System.currentTimeMillis() - 1000;
        List<String> lists = IntStream.range(0, COUNT)
                .mapToObj(i -> ids.make(
                        new ListOrigin(
                                madeMs,
                                i % 2 == 0 ? "home" : "cart",
                                Optional.empty(),
                                OptionalDouble.empty(),
                                List.of(Strategy.USER_BASED)),
                        i))
                .toList();
        List<Interaction> on = new ArrayList<>();
        for (Interaction event : events) {
            on.add(new Interaction(
                    event.eventId(),
                    event.userId(),
                    event.itemId(),
                    event.type(),
                    event.timestampMs(),
                    event.strength(),
                    event.amount(),
                    new ListReference(
                            Optional.of(lists.get(random.nextInt(COUNT))),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalInt.of(1 + random.nextInt(3)))));
        }
        return List.copyOf(on);
    }

    /** Checks that the published outcomes are those of each event once, without a stream. */
    static void assertOutcomesAreThoseOf(Collection<Interaction> events, Deployment deployment) {
        FeedbackSettings settings = deployment.config().feedbackSettings();
        ListIds ids = new ListIds(settings.hash());
        Map<String, UserFeedback> users = new HashMap<>();
        Map<OutcomeKey, OutcomeSums> expected = new HashMap<>();
        for (Interaction event : events) {
            users.computeIfAbsent(event.userId(), user -> new UserFeedback())
                    .add(
                            event,
                            event.list().listId().flatMap(ids::read),
                            System.currentTimeMillis(),
                            settings,
                            expected);
        }
        Map<OutcomeKey, OutcomeSums> published = new HashMap<>();
        deployment
                .outcomes()
                .values()
                .forEach(outcome -> published.merge(outcome.key(), outcome.sums(), OutcomeSums::plus));

        published.values().removeIf(OutcomeSums.NONE::equals); // of a position that moved
        expected.values().removeIf(OutcomeSums.NONE::equals);
        assertThat(expected).isNotEmpty();
        assertThat(published).isEqualTo(expected);
    }
}
