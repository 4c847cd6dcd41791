package dev.kindred.replay;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.FeedTopic;
import dev.kindred.model.Interaction;
import java.util.Map;

/** Sends events to their topic, keyed by user; without waiting for each, but without forgetting a failure. */
public final class EventProducer extends TrackedProducer<Interaction> {

    private final FeedTopic<Interaction, Interaction> topic;

    /** A producer for the events of a configuration. */
    public EventProducer(KindredConfig config) {
        this(config, FeedTopic.events(config.topics().events(), Topologies.serdes(config)));
    }

    private EventProducer(KindredConfig config, FeedTopic<Interaction, Interaction> topic) {
        super(topic.open(config.clientProperties(), Map.of()));
        this.topic = topic;
    }

    /**
     * Sends one event.
     *
     * @param position of the event in its source, ascending, by which a failure is told
     * @throws SendFailedException if this or an earlier event could not be sent
     * @throws org.apache.kafka.common.errors.InterruptException if the thread is interrupted while the producer has no room;
     *     the event is not sent
     */
    public void send(long position, Interaction event) {
        send(position, topic.record(event));
    }
}
