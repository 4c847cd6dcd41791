package dev.kindred.testing;

import dev.kindred.intake.RecordSink;
import dev.kindred.intake.SinkUnavailableException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sink that keeps records in memory, or is out of reach. */
public final class InMemorySink<T> implements RecordSink<T> {

    private final List<T> kept = new CopyOnWriteArrayList<>();
    private volatile boolean isReachable = true;

    @Override
    public void send(List<T> records) {
        if (!isReachable) {
            throw SinkUnavailableException.unconfirmed(0, records.size(), new IllegalStateException("out of reach"));
        }
        kept.addAll(records);
    }

    /** What came so far. */
    public List<T> kept() {
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
