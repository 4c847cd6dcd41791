package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Item;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class CatalogStoreTest {

    private static final Item TENT = Item.of("tent", "Tent", List.of("Outdoors"));

    @AutoClose
    private final TestStream stream = new TestStream();

    @Test
    void holdsTheLastRecordOfEveryItem() {
        stream.items.pipeInput("tent", Item.of("tent", "Old tent", List.of()));
        stream.items.pipeInput("stove", Item.of("stove", "Stove", List.of()));

        stream.items.pipeInput("tent", TENT);

        assertThat(stream.catalog.size()).isEqualTo(2);
        assertThat(stream.catalog.find("tent")).hasValue(TENT);
    }

    @Test
    void forgetsAnItemOnATombstone() {
        stream.items.pipeInput("tent", TENT);

        stream.items.pipeInput("tent", (Item) null);
        stream.items.pipeInput("unknown", (Item) null);

        assertThat(stream.catalog.find("tent")).isEmpty();
        assertThat(stream.catalog.size()).isZero();
    }

    @Test
    void skipsInvalidItems() {
        stream.rawItems.pipeInput("tent", new byte[] {1, 2, 3});
        stream.items.pipeInput("t\u0000", Item.of("t\u0000", "A control character", List.of()));
        stream.items.pipeInput("stove", TENT);
        stream.items.pipeInput((String) null, TENT);

        assertThat(stream.catalog.size()).isZero();
    }

    @Test
    void isNotNeededToRecommend() {
        stream.items.pipeInput("tent", TENT);
        stream.send(click("anna", "tent", START_MS));
        stream.send(click("anna", "stove", START_MS + 1));

        stream.send(click("ben", "tent", START_MS + 2));

        Recommendations list = stream.recommendations.readValuesToList().get(2);
        assertThat(list.items()).extracting(RecommendedItem::itemId).containsExactly("stove");
    }
}
