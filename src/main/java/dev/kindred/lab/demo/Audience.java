package dev.kindred.lab.demo;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.lab.simulation.ListReaders;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.replay.FeedProducer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The simulated shoppers in front of their lists. They look at about one list in seven; what they are shown, click and buy is sent
 * as the events of a shop, with the id of the list. Lists that only their clicks have refreshed are not looked at.
 *
 * <p>One thread shows lists; any thread may ask how it went.
 */
final class Audience implements AutoCloseable {

    private static final double LOOKS = 0.15;

    private final ListReaders readers;
    private final SplittableRandom random;
    private final FeedProducer<Interaction, Interaction> producer;
    private final BitSet clicked = new BitSet(); // by number of the look; guarded by this
    private int looks; // guarded by this
    private long sent;

    Audience(ListReaders readers, long seed, KindredConfig config) {
        this.readers = readers;
        this.random = new SplittableRandom(seed);
        this.producer = new FeedProducer<>(config, Feed.EVENTS);
    }

    /** Whether a list is the effect of a click on another list. */
    static boolean isEffect(Recommendations list) {
        return list.triggerEventId().filter(ListReaders::isReaction).isPresent();
    }

    /** Shows a list to its user, who may not look. */
    void show(Recommendations list) {
        Optional<String> listId = list.identity(Recommendations.DEFAULT).listId();
        if (listId.isEmpty() || !readers.isShopper(list.userId()) || random.nextDouble() >= LOOKS) {
            return;
        }
        List<String> items = list.items().stream().map(RecommendedItem::itemId).toList();
        List<Interaction> events = readers.read(list.userId(), items, listId, list.triggerTimestampMs());
        events.forEach(event -> producer.send(sent++, event));
        if (!events.isEmpty()) {
            count(events.stream().anyMatch(event -> event.type() == InteractionType.CLICK));
        }
    }

    private synchronized void count(boolean isClicked) {
        clicked.set(looks++, isClicked);
    }

    /** The number of lists that shoppers looked at. */
    synchronized int looks() {
        return looks;
    }

    /**
     * The fraction of lists with a click.
     *
     * @param from the number of the first list, from 0
     * @param to the number after the last one, greater
     */
    synchronized double clickRate(int from, int to) {
        return (double) clicked.get(from, to).cardinality() / (to - from);
    }

    /** Waits until the broker has all events. */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
