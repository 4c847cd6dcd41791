package dev.kindred.feed;

import dev.kindred.intake.RecordSink;
import dev.kindred.model.Interaction;
import dev.kindred.testing.InMemorySink;
import dev.kindred.testing.Streams;
import java.util.List;
import java.util.SplittableRandom;

/** The fake of the tests keeps the promises of the real one. */
final class InMemorySinkTest extends RecordSinkLaws<Interaction> {

    private final InMemorySink<Interaction> sink = new InMemorySink<>();

    InMemorySinkTest() {
        super(Streams.random(new SplittableRandom(5), 60, 10, 20), Interaction::userId);
    }

    @Override
    RecordSink<Interaction> sink() {
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
