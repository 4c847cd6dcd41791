package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.profile.Segments;
import java.util.List;

/** All segments as JSON. */
record SegmentsAnswer(
        @Described("In the order of their definition.") List<Segment> segments) {

    SegmentsAnswer {
        segments = List.copyOf(segments);
    }

    /** One segment. */
    record Segment(
            String name,

            @Described("The filter that a member passes, as the file states it.")
            String when) {}

    static SegmentsAnswer of(Segments segments) {
        return new SegmentsAnswer(segments.all().stream()
                .map(segment -> new Segment(segment.name(), segment.when().toString()))
                .toList());
    }
}
