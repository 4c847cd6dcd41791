package dev.kindred.profile;

import dev.kindred.model.Require;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All segments, in the order of their definition, with different names. Immutable. */
public final class Segments {

    /** No segments. */
    public static final Segments NONE = new Segments(List.of());

    private final List<Segment> all;

    /** @throws IllegalArgumentException if two have the same name */
    public Segments(Collection<Segment> segments) {
        this.all = List.copyOf(segments);
        Require.that(names().stream().distinct().count() >= all.size(), "segments must have different names", names());
    }

    public List<Segment> all() {
        return all;
    }

    /** A segment by name. */
    public Optional<Segment> find(String name) {
        return all.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    /** The names of the segments of a user. */
    public List<String> of(UserProfile profile) {
        return all.stream()
                .filter(segment -> segment.has(profile))
                .map(Segment::name)
                .toList();
    }

    public List<String> names() {
        return all.stream().map(Segment::name).toList();
    }

    @Override
    public String toString() {
        return names().toString();
    }
}
