package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.Optional;

/**
 * Test, then learn: for every test event, in the order of time, the contender is first asked for its user's list as of
 * before the event, and then learns it.
 *
 * <p>Source: Gama, Sebastião and Rodrigues, <em>On Evaluating Stream Learning Algorithms</em>, Machine Learning 90 (2013).
 */
final class Prequential implements Protocol {

    static final String NAME = "prequential";

    @Override
    public String name() {
        return NAME;
    }

    /** What the settings say, if nothing else is wanted: a stream is asked for what it would have published. */
    @Override
    public Optional<String> exclusions(Optional<String> wanted) {
        return wanted;
    }

    @Override
    public void examine(Split split, Examination examination) {
        split.training().forEach(examination::learn);
        for (Interaction event : split.test()) {
            if (examination.isOver()) {
                return;
            }
            examination.ask(Question.next(event, event.timestampMs()));
            examination.learn(event);
        }
    }
}
