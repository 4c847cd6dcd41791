package dev.kindred.laws;

import dev.kindred.config.KindredConfig;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemLister;
import dev.kindred.testing.Shop;
import dev.kindred.vector.UserVector;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a stream of events amounts to without any Kafka: one thread, one event after the other, nothing ever lost. */
final class Core {

    private static final int ALL_ITEMS = 1000;

    private final KindredConfig config;
    private final Shop shop;
    private final SortedSet<String> users = new TreeSet<>();

    Core(KindredConfig config) {
        this.config = config;
        this.shop =
                new Shop(config.modelSettings().vector(), config.modelSettings().matrix());
    }

    void learnAll(Collection<Interaction> events) {
        events.forEach(this::learn);
    }

    private void learn(Interaction event) {
        users.add(event.userId());
        if (event.eventId().filter(shop.vector(event.userId())::remembers).isEmpty()) {
            shop.learn(event);
        }
    }

    SortedSet<String> users() {
        return users;
    }

    /** How many events made the user's vector. */
    long version(String user) {
        return shop.vector(user).version();
    }

    Map<CellKey, Affinity> cells() {
        Map<CellKey, Affinity> cells = new HashMap<>();
        for (String user : users) {
            UserVector vector = shop.vector(user);
            for (int i = 0; i < vector.size(); i++) {
                cells.put(new CellKey(user, shop.items().idOf(vector.item(i))), vector.affinity(i));
            }
        }
        return cells;
    }

    /** The list that answers an event that has been learned, not cut at any length. */
    List<RecommendedItem> list(Interaction event) {
        UserVector vector = shop.vector(event.userId());
        Neighbors neighbors = new NeighborSearch(config.modelSettings().similarity())
                .search(UserKey.of(event.userId()), vector, shop.view());
        int item = shop.items().numberOf(event.itemId());
        return shop.defaultList(uncut(), vector, item, neighbors, shop.view(), event.timestampMs());
    }

    /** What goes with each item with which anything does, as of no time. */
    Map<String, SimilarItemLists> similarItems() {
        SimilarItemLister lister = new SimilarItemLister(
                config.modelSettings().similarItems(),
                config.similarItemsPublishing().size(),
                item -> true,
                shop.items());
        return IntStream.range(0, shop.items().size())
                .mapToObj(item -> lister.listsOf(shop.items().idOf(item), item, shop.view(), 0))
                .filter(lists -> !lists.isEmpty())
                .collect(Collectors.toMap(SimilarItemLists::itemId, lists -> lists));
    }

    private RecommendSettings uncut() {
        RecommendSettings cut = config.modelSettings().recommend();
        return new RecommendSettings(
                ALL_ITEMS,
                cut.excludes(),
                0,
                cut.proximity(),
                cut.closenessBefore(),
                cut.recency(),
                cut.ownHistory(),
                1);
    }
}
