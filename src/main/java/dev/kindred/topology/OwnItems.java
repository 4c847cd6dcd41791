package dev.kindred.topology;

import dev.kindred.model.ItemDictionary;
import java.util.ArrayList;
import java.util.List;

/**
 * The items that one task publishes: those that Kafka's default partitioner gives its partition. So every item has one
 * task, whatever the number of instances. They only grow. Not thread safe: one per task.
 */
final class OwnItems {

    private final Placement placement;
    private final int partition;
    private final ItemDictionary dictionary;
    private final List<OwnItem> items = new ArrayList<>();
    private int seen; // items below this number have found their place

    OwnItems(Placement placement, int partition, ItemDictionary dictionary) {
        this.placement = placement;
        this.partition = partition;
        this.dictionary = dictionary;
    }

    /** Adds the items that became known since the last call. */
    void addNew() {
        for (int known = dictionary.size(); seen < known; seen++) {
            String itemId = dictionary.idOf(seen);
            if (placement.partitionOf(itemId) == partition) {
                items.add(new OwnItem(itemId, seen));
            }
        }
    }

    int size() {
        return items.size();
    }

    /** One of them, in [0, size): a new one takes the last place. */
    OwnItem get(int place) {
        return items.get(place);
    }
}
