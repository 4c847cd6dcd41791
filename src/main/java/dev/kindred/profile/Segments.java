package dev.kindred.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All segments, in the order in which they were written, with different names. Immutable. */
public final class Segments {

    /** Nobody belongs to any. */
    public static final Segments NONE = new Segments(List.of());

    private final List<Segment> all;

    /** @throws IllegalArgumentException if two have the same name */
    public Segments(Collection<Segment> segments) {
        this.all = List.copyOf(segments);
        if (names().stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("segments must have different names, got " + names());
        }
    }

    /** All of them. */
    public List<Segment> all() {
        return all;
    }

    /** The segment of a name, if there is one. */
    public Optional<Segment> find(String name) {
        return all.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    /** The names of those that a user belongs to. */
    public List<String> of(UserProfile profile) {
        return all.stream()
                .filter(segment -> segment.has(profile))
                .map(Segment::name)
                .toList();
    }

    /** All names. */
    public List<String> names() {
        return all.stream().map(Segment::name).toList();
    }

    /** The names. */
    @Override
    public String toString() {
        return names().toString();
    }
}
