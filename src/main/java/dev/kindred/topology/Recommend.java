package dev.kindred.topology;

import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.Recommender;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Computes the user's refreshed list, and tells how long that took since the search for neighbors began. */
final class Recommend extends ContextualProcessor<String, Found, String, Recommendations> {

    private final ItemDictionary dictionary;
    private final Supplier<Recommender> recommenders; // the calling thread's
    private final PublishedLists scenarios;
    private final StreamObserver observer;

    Recommend(
            Supplier<Recommender> recommenders,
            PublishedLists scenarios,
            ItemDictionary dictionary,
            StreamObserver observer) {
        this.scenarios = scenarios;
        this.dictionary = dictionary;
        this.recommenders = recommenders;
        this.observer = observer;
    }

    @Override
    public void process(Record<String, Found> record) {
        Found found = record.value();
        Interaction event = found.learned().event();
        int currentItem = dictionary.numberOf(event.itemId());
        List<RecommendedItem> items = recommenders
                .get()
                .recommend(found.learned().vector(), currentItem, found.neighbors(), found.view(), event.timestampMs());
        Map<String, List<RecommendedItem>> lists = scenarios.of(found, currentItem);
        long nowMs = context().currentSystemTimeMs();
        observer.refreshed(System.nanoTime() - found.startedNs(), nowMs - record.timestamp());
        context()
                .forward(record.withValue(new Recommendations(
                        event.userId(),
                        items,
                        event.eventId(),
                        event.timestampMs(),
                        nowMs,
                        found.learned().vector().version(),
                        lists)));
    }
}
