package dev.kindred.intake;

import dev.kindred.model.Interaction;
import java.util.List;

/** Where accepted events go on to be learned. Safe for many threads. */
@FunctionalInterface
public interface EventSink {

    /**
     * Hands over events, each user's in their order, and returns when all of them are kept for good.
     *
     * @throws SinkUnavailableException if that did not come about in time, for all or for some of them
     */
    void send(List<Interaction> events);
}
