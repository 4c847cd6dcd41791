package dev.kindred.feed;

import dev.kindred.intake.EventSink;
import dev.kindred.model.Interaction;
import dev.kindred.testing.InMemoryEventSink;
import java.util.List;

/** The fake of the tests keeps the promises of the real one. */
final class InMemoryEventSinkTest extends EventSinkLaws {

    private final InMemoryEventSink sink = new InMemoryEventSink();

    @Override
    EventSink sink() {
        return sink;
    }

    @Override
    List<Interaction> kept() {
        return sink.kept();
    }

    @Override
    void goAway() {
        sink.setReachable(false);
    }

    @Override
    void comeBack() {
        sink.setReachable(true);
    }
}
