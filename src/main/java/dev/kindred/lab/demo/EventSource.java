package dev.kindred.lab.demo;

import dev.kindred.lab.simulation.ListReaders;
import dev.kindred.lab.simulation.ShopSimulation;
import dev.kindred.lab.simulation.SimulationSettings;
import dev.kindred.logs.LogLine;
import dev.kindred.logs.LogReader;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** A bounded series of events, from a simulated shop, which has a catalog too, or a recorded log. */
final class EventSource implements AutoCloseable {

    private final Stream<Item> items;
    private final Stream<Interaction> events;
    private final String description;
    private final Optional<ListReaders> readers;

    private EventSource(
            Stream<Item> items, Stream<Interaction> events, String description, Optional<ListReaders> readers) {
        this.items = items;
        this.events = events;
        this.description = description;
        this.readers = readers;
    }

    static EventSource of(DemoSettings settings, Clock clock) throws IOException {
        return settings.data().isPresent() ? recorded(settings) : simulated(settings, clock);
    }

    private static EventSource recorded(DemoSettings settings) throws IOException {
        LogReader log = LogReader.open(settings.data().orElseThrow(), settings.format());
        Stream<Interaction> events = log.stream()
                .flatMap(EventSource::accepted)
                .limit(settings.events())
                .onClose(() -> close(log));
        return new EventSource(
                Stream.empty(), events, "the log " + settings.data().orElseThrow(), Optional.empty());
    }

    private static Stream<Interaction> accepted(LogLine<Interaction> line) {
        return line instanceof LogLine.Accepted<Interaction> accepted ? Stream.of(accepted.content()) : Stream.empty();
    }

    private static void close(LogReader log) {
        try {
            log.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The simulated days end now, so that no event is in the future. */
    private static EventSource simulated(DemoSettings settings, Clock clock) {
        Instant start = clock.instant().minusMillis(spanMs(settings));
        ShopSimulation shop = shop(settings, start);
        Stream<Interaction> events = Stream.generate(shop::next).limit(settings.events());
        String description = String.format(
                "a simulated shop of %,d shoppers and %,d items (seed %d)",
                settings.users(), settings.items(), settings.seed());
        return new EventSource(shop.items(), events, description, Optional.of(shop.readers()));
    }

    private static long spanMs(DemoSettings settings) {
        return Stream.generate(shop(settings, Instant.EPOCH)::next)
                .limit(settings.events())
                .mapToLong(Interaction::timestampMs)
                .max()
                .orElse(0);
    }

    private static ShopSimulation shop(DemoSettings settings, Instant start) {
        return new ShopSimulation(new SimulationSettings(settings.users(), settings.items(), settings.seed(), start));
    }

    /** The shop's items, readable once; empty for a log. */
    Iterator<Item> items() {
        return items.iterator();
    }

    Iterator<Interaction> events() {
        return events.iterator();
    }

    /** The simulated shoppers as readers of their lists; empty for a log, whose users had other lists. */
    Optional<ListReaders> readers() {
        return readers;
    }

    String description() {
        return description;
    }

    @Override
    public void close() {
        events.close();
    }
}
