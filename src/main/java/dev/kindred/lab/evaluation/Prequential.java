package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.Optional;

/**
 * Test, then learn: for every test event, in the order of time, requests the user's list as of the event's time, and then
 * learns the event.
 *
 * <p>Source: Gama, Sebastião and Rodrigues, <em>On Evaluating Stream Learning Algorithms</em>, Machine Learning 90 (2013).
 */
final class Prequential implements Protocol {

    static final String NAME = "prequential";

    @Override
    public String name() {
        return NAME;
    }

    /** The configured exclusions by default, because the evaluated list is the one that the stream would have published. */
    @Override
    public Optional<String> exclusions(Optional<String> requested) {
        return requested;
    }

    @Override
    public void run(Split split, ContenderRun run) {
        split.training().forEach(run::learn);
        for (Interaction event : split.test()) {
            if (run.isOver()) {
                return;
            }
            run.predict(event, event.timestampMs());
            run.learn(event);
        }
    }
}
