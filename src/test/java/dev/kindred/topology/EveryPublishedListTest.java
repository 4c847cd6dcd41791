package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.testing.Goods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule of the shop holds in every list that the stream publishes: no hidden or withdrawn item is in it. */
final class EveryPublishedListTest {

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final TestStream stream = new TestStream(TestStream.publishing(
            new SimilarItemsPublishing(INTERVAL.toMillis(), 20),
            new Scenario(
                    "popular",
                    5,
                    Map.of(Strategy.POPULAR, 1.0),
                    ItemFilter.everything(),
                    Excludes.of(List.of()),
                    List.of(),
                    DiversitySettings.NONE,
                    0,
                    true,
                    false)));
    private final Map<String, SimilarItemLists> similar = new HashMap<>(); // the table of the topic
    private long timeMs = START_MS;

    @AfterEach
    void close() {
        stream.close();
    }

    private void buy(String user, String item) {
        stream.send(new Interaction(Optional.empty(), user, item, InteractionType.PURCHASE, timeMs++, 1));
    }

    private static Item sold(String id, boolean hidden) {
        return Goods.item(id, List.of(), hidden, OptionalLong.empty());
    }

    /** The items of all lists that the stream publishes for a shopper of tea, list by list. */
    private List<List<String>> lists() {
        stream.recommendations.readValuesToList();
        buy("ann", "tea");
        Recommendations published = stream.recommendations.readValue();
        stream.driver.advanceWallClockTime(INTERVAL);
        for (int step = 0; step < 10; step++) {
            stream.driver.advanceWallClockTime(Duration.ofMillis(100));
        }
        stream.similarItems.readKeyValuesToList().forEach(record -> similar.put(record.key, record.value));
        SimilarItemLists ofTea = Objects.requireNonNull(similar.get("tea"));
        List<List<String>> lists = new ArrayList<>();
        lists.add(published.items().stream().map(RecommendedItem::itemId).toList());
        lists.add(published.scenarios().getOrDefault("popular", List.of()).stream()
                .map(RecommendedItem::itemId)
                .toList());
        lists.add(ofTea.similar().stream().map(SimilarItem::itemId).toList());
        lists.add(ofTea.boughtTogether().stream().map(SimilarItem::itemId).toList());
        return lists;
    }

    @Test
    void hasNoItemThatIsHiddenOrWithdrawnUntilItIsBack() {
        for (String user : List.of("bob", "cal", "dan")) {
            List.of("tea", "cup", "pot").forEach(item -> buy(user, item));
        }
        assertThat(lists()).allSatisfy(list -> assertThat(list).contains("cup", "pot"));

        stream.items.pipeInput("cup", sold("cup", true));
        assertThat(lists()).allSatisfy(list -> assertThat(list).contains("pot").doesNotContain("cup"));

        stream.items.pipeInput("cup", sold("cup", false));
        assertThat(lists()).allSatisfy(list -> assertThat(list).contains("cup", "pot"));

        stream.items.pipeInput("cup", Item.withdrawn("cup"));
        assertThat(lists()).allSatisfy(list -> assertThat(list).contains("pot").doesNotContain("cup"));

        stream.items.pipeInput("cup", sold("cup", false));
        assertThat(lists()).allSatisfy(list -> assertThat(list).contains("cup", "pot"));

        stream.items.pipeInput("cup", (Item) null);
        assertThat(lists()).allSatisfy(list -> assertThat(list).contains("pot").doesNotContain("cup"));
    }

    @Test
    void knowsAnItemThatWasWithdrawnBeforeItsFirstEvent() {
        stream.items.pipeInput("cup", Item.withdrawn("cup"));
        for (String user : List.of("bob", "cal", "dan")) {
            List.of("tea", "cup", "pot").forEach(item -> buy(user, item));
        }

        assertThat(lists()).allSatisfy(list -> assertThat(list).contains("pot").doesNotContain("cup"));
    }
}
