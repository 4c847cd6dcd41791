package dev.kindred.vector;

import dev.kindred.model.InteractionType;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/** The number of events of each type. Immutable. */
public final class EventCounts {

    /** No event of any type. */
    public static final EventCounts NONE = of(type -> 0);

    private final long[] counts; // by the position of the type

    private EventCounts(long[] counts) {
        this.counts = counts;
    }

    /** The counts that a function gives for each type. */
    public static EventCounts of(ToLongFunction<InteractionType> count) {
        long[] counts = new long[Byte.SIZE];
        for (InteractionType type : InteractionType.values()) {
            counts[type.position()] = count.applyAsLong(type);
        }
        return new EventCounts(counts);
    }

    /** The number of events of a type. */
    public long of(InteractionType type) {
        return counts[type.position()];
    }

    /** The number of events of all types. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** These counts and one more event. */
    EventCounts plusOne(InteractionType type) {
        long[] more = counts.clone();
        more[type.position()]++;
        return new EventCounts(more);
    }

    /** The sum of both counts. */
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

    /** The counts, by position of the type. */
    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
