package dev.kindred.vector;

import dev.kindred.model.InteractionType;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/** How many events of each type there were. Immutable. */
public final class EventCounts {

    /** No event of any type. */
    public static final EventCounts NONE = of(type -> 0);

    private final long[] counts; // by the position of the type

    private EventCounts(long[] counts) {
        this.counts = counts;
    }

    /** As many of each type as somebody says. */
    public static EventCounts of(ToLongFunction<InteractionType> count) {
        long[] counts = new long[Byte.SIZE];
        for (InteractionType type : InteractionType.values()) {
            counts[type.position()] = count.applyAsLong(type);
        }
        return new EventCounts(counts);
    }

    /** How many events of a type there were. */
    public long of(InteractionType type) {
        return counts[type.position()];
    }

    /** How many events there were in all. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** These, and one more. */
    EventCounts plusOne(InteractionType type) {
        long[] more = counts.clone();
        more[type.position()]++;
        return new EventCounts(more);
    }

    /** All of both. */
    EventCounts plus(EventCounts other) {
        return of(type -> of(type) + other.of(type));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventCounts counted && Arrays.equals(counts, counted.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** The counts, by the positions of types. */
    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
