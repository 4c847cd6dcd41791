package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes next in a session: after every test event of a user but the last, the contender is asked for the item of that
 * user's next one. A user of the test who is also in the training goes on from there.
 *
 * <p>Source: Ludewig and Jannach, <em>Evaluation of Session-Based Recommendation Algorithms</em>, UMUAI 28 (2018).
 */
final class NextItem implements Protocol {

    static final String NAME = "next-item";

    private final boolean learns;

    /**
     * The protocol.
     *
     * @param learns whether everybody learns from test events; if not, they move their own user only, and the model of
     *     others stays as the training left it
     */
    NextItem(boolean learns) {
        this.learns = learns;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Nothing, if nothing else is wanted: in a session people come back to what they saw. */
    @Override
    public Optional<String> exclusions(Optional<String> wanted) {
        return Optional.of(wanted.orElse("none"));
    }

    @Override
    public void examine(Split split, Examination examination) {
        split.training().forEach(examination::learn);
        List<Optional<Interaction>> next = nextOfSameUser(split.test());
        for (int i = 0; i < next.size() && !examination.isOver(); i++) {
            Interaction event = split.test().get(i);
            take(event, examination);
            next.get(i).ifPresent(right -> examination.ask(Question.next(right, event.timestampMs())));
        }
    }

    private void take(Interaction event, Examination examination) {
        if (learns) {
            examination.learn(event);
        } else {
            examination.observe(event);
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
