package dev.kindred.replay;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.FeedTopic;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import java.util.Map;

/** Sends items to their topic, keyed by their ids; without waiting for each, but without forgetting a failure. */
public final class ItemProducer extends TrackedProducer<Item> {

    private final FeedTopic<ItemChange, Item> topic;

    /** A producer for the catalog of a configuration. */
    public ItemProducer(KindredConfig config) {
        this(config, FeedTopic.items(config.topics().items(), Topologies.serdes(config)));
    }

    private ItemProducer(KindredConfig config, FeedTopic<ItemChange, Item> topic) {
        super(topic.open(config.clientProperties(), Map.of()));
        this.topic = topic;
    }

    /**
     * Sends what is true of an item from now on.
     *
     * @param position of the item in its source, ascending, by which a failure is told
     * @throws SendFailedException if this or an earlier item could not be sent
     * @throws org.apache.kafka.common.errors.InterruptException if the thread is interrupted while the producer has no room;
     *     the item is not sent
     */
    public void put(long position, Item item) {
        send(position, topic.record(ItemChange.put(item)));
    }

    /** Takes an item out of the catalog; otherwise as {@link #put}. */
    public void remove(long position, String itemId) {
        send(position, topic.record(ItemChange.removal(itemId)));
    }
}
