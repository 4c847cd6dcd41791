package dev.kindred.topology;

import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.Recommender;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Computes the user's refreshed list, and tells how long that took since the search for neighbors began. Of a user who is
 * forgotten it takes the list back.
 */
final class Recommend extends ContextualProcessor<String, @Nullable Found, String, @Nullable Recommendations> {

    private final Supplier<Recommender> recommenders; // the calling thread's
    private final PublishedLists scenarios;
    private final StreamObserver observer;

    Recommend(Supplier<Recommender> recommenders, PublishedLists scenarios, StreamObserver observer) {
        this.scenarios = scenarios;
        this.recommenders = recommenders;
        this.observer = observer;
    }

    @Override
    public void process(Record<String, @Nullable Found> record) {
        Found found = record.value();
        context().forward(record.withValue(found == null ? null : list(record.withValue(found))));
    }

    private Recommendations list(Record<String, Found> record) {
        Found found = record.value();
        Learned learned = found.learned();
        List<RecommendedItem> items = recommenders
                .get()
                .recommend(learned.vector(), learned.item(), found.neighbors(), found.view(), learned.timestampMs());
        Map<String, List<RecommendedItem>> lists = scenarios.of(found);
        long nowMs = context().currentSystemTimeMs();
        observer.refreshed(System.nanoTime() - found.startedNs(), nowMs - record.timestamp());
        return new Recommendations(
                record.key(),
                items,
                learned.eventId(),
                learned.timestampMs(),
                nowMs,
                learned.vector().version(),
                lists);
    }
}
