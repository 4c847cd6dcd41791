package dev.kindred.testing;

import dev.kindred.intake.EventSink;
import dev.kindred.intake.SinkUnavailableException;
import dev.kindred.model.Interaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sink that keeps events in memory, or is out of reach. */
public final class InMemoryEventSink implements EventSink {

    private final List<Interaction> kept = new CopyOnWriteArrayList<>();
    private volatile boolean isReachable = true;

    @Override
    public void send(List<Interaction> events) {
        if (!isReachable) {
            throw SinkUnavailableException.unconfirmed(0, events.size(), new IllegalStateException("out of reach"));
        }
        kept.addAll(events);
    }

    /** What came so far. */
    public List<Interaction> kept() {
        return kept;
    }

    public void setReachable(boolean reachable) {
        isReachable = reachable;
    }

    /** Forgets what came so far. */
    public void clear() {
        kept.clear();
    }
}
