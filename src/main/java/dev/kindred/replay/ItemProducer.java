package dev.kindred.replay;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Producers;
import dev.kindred.model.Item;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends items to their topic, keyed by their ids; without waiting for each, but without forgetting a failure. */
public final class ItemProducer extends TrackedProducer<Item> {

    private final String topic;

    /** A producer for the catalog of a configuration. */
    public ItemProducer(KindredConfig config) {
        super(Producers.open(
                config.clientProperties(), Map.of(), Topologies.serdes(config).itemSerializer()));
        this.topic = config.topics().items();
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
        send(position, new ProducerRecord<>(topic, item.itemId(), item));
    }

    /** Takes an item out of the catalog; otherwise as {@link #put}. */
    public void remove(long position, String itemId) {
        send(position, new ProducerRecord<>(topic, itemId, null));
    }
}
