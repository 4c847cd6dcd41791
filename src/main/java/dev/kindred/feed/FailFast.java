package dev.kindred.feed;

import dev.kindred.intake.EventSink;
import dev.kindred.intake.SinkUnavailableException;
import dev.kindred.model.Interaction;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another sink, of which it is known whether it can be reached: while it cannot, one call at a time finds out, and all
 * others fail at once instead of waiting. So callers that wait in vain do not use up the threads that could answer others.
 */
public final class FailFast implements EventSink {

    private static final Logger log = LoggerFactory.getLogger(FailFast.class);

    private final EventSink sink;
    private final AtomicReference<@Nullable SinkUnavailableException> outage = new AtomicReference<>(); // null: none
    private final AtomicBoolean isProbed = new AtomicBoolean(); // whether a call is finding out

    /** A sink that is taken to be reachable. */
    public FailFast(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void send(List<Interaction> events) {
        SinkUnavailableException known = outage.get();
        if (known == null) {
            attempt(events);
        } else if (isProbed.compareAndSet(false, true)) {
            try {
                attempt(events);
            } finally {
                isProbed.set(false);
            }
        } else {
            throw SinkUnavailableException.untried(known);
        }
    }

    private void attempt(List<Interaction> events) {
        try {
            sink.send(events);
        } catch (SinkUnavailableException e) {
            if (outage.getAndSet(e) == null) {
                log.warn("Events that come over HTTP cannot be kept for now: {}", String.valueOf(e.getCause()));
            }
            throw e;
        }
        if (outage.getAndSet(null) != null) {
            log.info("Events that come over HTTP are kept again");
        }
    }
}
