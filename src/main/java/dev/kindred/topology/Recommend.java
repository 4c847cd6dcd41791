package dev.kindred.topology;

import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.Recommender;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Computes the user's refreshed list. */
final class Recommend extends ContextualProcessor<String, Found, String, Recommendations> {

    private final ItemDictionary dictionary;
    private final Recommender recommender;

    Recommend(RecommendSettings settings, ItemDictionary dictionary) {
        this.dictionary = dictionary;
        this.recommender = new Recommender(settings, dictionary);
    }

    @Override
    public void process(Record<String, Found> record) {
        Found found = record.value();
        Interaction event = found.learned().event();
        List<RecommendedItem> items = recommender.recommend(
                found.learned().vector(),
                dictionary.numberOf(event.itemId()),
                found.neighbors(),
                found.view(),
                event.timestampMs());
        context()
                .forward(record.withValue(new Recommendations(
                        event.userId(),
                        items,
                        event.eventId(),
                        event.timestampMs(),
                        context().currentSystemTimeMs(),
                        found.learned().vector().version())));
    }
}
