package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Predicts the next item of a session: after every test event of a user except the last, requests a list for the item of
 * the user's next event. A test user who is also in the training continues with that history.
 *
 * <p>Source: Ludewig and Jannach, <em>Evaluation of Session-Based Recommendation Algorithms</em>, UMUAI 28 (2018).
 *
 * @param learns whether the whole model learns from test events; if not, an event updates its own user only, and the
 *     model of all other users stays as it is after the training
 */
record NextItem(boolean learns) implements Protocol {

    static final String NAME = "next-item";

    @Override
    public String name() {
        return NAME;
    }

    /** {@code none} by default, because users return to the same items within a session. */
    @Override
    public Optional<String> exclusions(Optional<String> requested) {
        return Optional.of(requested.orElse("none"));
    }

    @Override
    public void run(Split split, ContenderRun run) {
        split.training().forEach(run::learn);
        List<Optional<Interaction>> next = nextOfSameUser(split.test());
        for (int i = 0; i < next.size() && !run.isOver(); i++) {
            Interaction event = split.test().get(i);
            apply(event, run);
            next.get(i).ifPresent(right -> run.predict(right, event.timestampMs()));
        }
    }

    private void apply(Interaction event, ContenderRun run) {
        if (learns) {
            run.learn(event);
        } else {
            run.observe(event);
        }
    }

    private static List<Optional<Interaction>> nextOfSameUser(List<Interaction> events) {
        Map<String, Interaction> following = new HashMap<>();
        List<Optional<Interaction>> next = new ArrayList<>(events.size());
        for (int i = events.size() - 1; i >= 0; i--) {
            Interaction event = events.get(i);
            next.add(Optional.ofNullable(following.put(event.userId(), event)));
        }
        Collections.reverse(next);
        return next;
    }
}
