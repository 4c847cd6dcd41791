package dev.kindred.feed;

import dev.kindred.intake.RecordKind;
import dev.kindred.intake.RecordSink;
import dev.kindred.intake.SinkUnavailableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A circuit breaker around a sink: while the sink is unreachable, one call at a time probes it, and all others fail at
 * once. So waiting callers do not exhaust the threads that could answer others.
 */
public final class FailFast<T> implements RecordSink<T> {

    private static final Logger log = LoggerFactory.getLogger(FailFast.class);

    private final RecordKind kind;
    private final RecordSink<T> sink;
    private final AtomicReference<@Nullable SinkUnavailableException> outage = new AtomicReference<>(); // null: none
    private final AtomicBoolean isProbed = new AtomicBoolean(); // whether a call is probing

    /**
     * A sink that is assumed to be reachable.
     *
     * @param kind of the records
     */
    public FailFast(RecordKind kind, RecordSink<T> sink) {
        this.kind = kind;
        this.sink = sink;
    }

    @Override
    public void send(List<T> records) {
        SinkUnavailableException known = outage.get();
        if (known == null) {
            attempt(records);
        } else if (isProbed.compareAndSet(false, true)) {
            try {
                attempt(records);
            } finally {
                isProbed.set(false);
            }
        } else {
            throw SinkUnavailableException.untried(known);
        }
    }

    private void attempt(List<T> records) {
        try {
            sink.send(records);
        } catch (SinkUnavailableException e) {
            if (outage.getAndSet(e) == null) {
                log.warn(
                        "Cannot write the {} received over HTTP for now: {}",
                        kind.word(),
                        String.valueOf(e.getCause()));
            }
            throw e;
        }
        if (outage.getAndSet(null) != null) {
            log.info("The {} received over HTTP can be written again", kind.word());
        }
    }
}
