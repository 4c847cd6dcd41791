package dev.kindred.topology;

import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.Recommender;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Computes the user's refreshed list, and tells how long that took since the search for neighbors began. */
final class Recommend extends ContextualProcessor<String, Found, String, Recommendations> {

    private final ItemDictionary dictionary;
    private final Supplier<Recommender> recommenders; // the calling thread's
    private final StreamObserver observer;

    Recommend(Supplier<Recommender> recommenders, ItemDictionary dictionary, StreamObserver observer) {
        this.dictionary = dictionary;
        this.recommenders = recommenders;
        this.observer = observer;
    }

    @Override
    public void process(Record<String, Found> record) {
        Found found = record.value();
        Interaction event = found.learned().event();
        List<RecommendedItem> items = recommenders
                .get()
                .recommend(
                        found.learned().vector(),
                        dictionary.numberOf(event.itemId()),
                        found.neighbors(),
                        found.view(),
                        event.timestampMs());
        long nowMs = context().currentSystemTimeMs();
        observer.refreshed(System.nanoTime() - found.startedNs(), nowMs - record.timestamp());
        context()
                .forward(record.withValue(new Recommendations(
                        event.userId(),
                        items,
                        event.eventId(),
                        event.timestampMs(),
                        nowMs,
                        found.learned().vector().version())));
    }
}
