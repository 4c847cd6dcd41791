package dev.kindred.testing;

import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Random streams of events. */
public final class Streams {

    /** The time of the first event of every stream: 2024-01-01. */
    public static final long START_MS = 1_704_067_200_000L;

    private static final List<InteractionType> TYPES = Arrays.stream(InteractionType.values())
            .filter(InteractionType::isTouch)
            .toList();
    private static final long HOUR_MS = 3_600_000;
    private static final List<String> LETTERS = List.of("a", "b", "!", "~", "\u00e9", "\ufffd", "\ud83d\ude00");

    private Streams() {}

    /**
     * Events about every half an hour, a tenth of them late by up to a day, with skewed items and all types. Of three
     * purchases about two say what was paid.
     */
    public static List<Interaction> random(RandomGenerator random, int count, int users, int items) {
        List<Interaction> events = new ArrayList<>(count);
        long timeMs = START_MS;
        for (int i = 0; i < count; i++) {
            timeMs += random.nextLong(HOUR_MS);
            long lateMs = random.nextInt(10) == 0 ? random.nextLong(24 * HOUR_MS) : 0;
            String user = "user-" + random.nextInt(users);
            String item = "item-" + Math.min(random.nextInt(items), random.nextInt(items));
            InteractionType type = TYPES.get(random.nextInt(TYPES.size()));
            events.add(new Interaction(
                    Optional.of("event-" + i),
                    user,
                    item,
                    type,
                    timeMs - lateMs,
                    random.nextInt(1, 6),
                    type == InteractionType.PURCHASE && i % 3 > 0 ? OptionalDouble.of(i) : OptionalDouble.empty()));
        }
        return events;
    }

    /** The same events of users whose ids are short, begin alike, and are ordered by bytes otherwise than by characters. */
    public static List<Interaction> ofStrangers(RandomGenerator random, List<Interaction> events) {
        Map<String, String> strangers = new HashMap<>();
        return events.stream()
                .map(event -> new Interaction(
                        event.eventId(),
                        strangers.computeIfAbsent(event.userId(), user -> stranger(random, strangers.values())),
                        event.itemId(),
                        event.type(),
                        event.timestampMs(),
                        event.strength()))
                .toList();
    }

    private static String stranger(RandomGenerator random, Collection<String> taken) {
        String id = "";
        while (id.isEmpty() || taken.contains(id)) {
            id += LETTERS.get(random.nextInt(LETTERS.size()));
        }
        return id;
    }

    /** Who bought so many different items, or more. */
    public static Set<String> buyers(List<Interaction> events, int leastItems) {
        Map<String, Set<String>> bought = events.stream()
                .filter(event -> event.type() == InteractionType.PURCHASE)
                .collect(Collectors.groupingBy(
                        Interaction::userId, Collectors.mapping(Interaction::itemId, Collectors.toSet())));
        bought.values().removeIf(items -> items.size() < leastItems);
        return bought.keySet();
    }

    /** A click without an id and with strength 1. */
    public static Interaction click(String user, String item, long timestampMs) {
        return new Interaction(Optional.empty(), user, item, InteractionType.CLICK, timestampMs, 1);
    }
}
