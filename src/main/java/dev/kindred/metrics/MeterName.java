package dev.kindred.metrics;

import dev.kindred.intake.RecordKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All that Kindred measures of its own: name, unit, labels and meaning. Prometheus spells the names its own way,
 * {@code kindred_events_total} for {@link #EVENTS}; {@code src/METRICS.md} has them as it does.
 *
 * <p>A label takes values from a list that is known at the start: types, reasons, routes, statuses. Ids of users and
 * items never are labels.
 */
public enum MeterName {
    EVENTS("kindred.events", "events", "Events accepted, each one once.", "type"),
    REROUTED("kindred.rerouted", "events", "Events sent on to the partition of their user."),
    MERGES(
            "kindred.merges",
            "merges",
            "Merges of two users: moved away, empty as there was nothing to move, taken_up by the other user, or repeated.",
            "outcome"),
    DEAD_LETTERS("kindred.dead.letters", "letters", "Records that could not be accepted.", "reason"),
    REFRESH("kindred.refresh", "seconds", "Finding a user's neighbors and computing the list."),
    LATENCY("kindred.latency", "seconds", "From an event's arrival at the brokers until its list is computed."),
    SIMILAR_ITEMS("kindred.similar.items", "items", "Items whose published similar items changed."),
    MATRIX_USERS("kindred.matrix.users", "users", "Users with a cell in the matrix."),
    MATRIX_CELLS("kindred.matrix.cells", "cells", "Cells in the matrix."),
    MATRIX_BYTES("kindred.matrix.size", "bytes", "Heap that the matrix takes, estimated from its users and cells."),
    MATRIX_LAG("kindred.matrix.lag", "records", "Committed cells that the matrix has not read yet."),
    CATALOG_ITEMS("kindred.catalog.items", "items", "Items in the catalog."),
    HTTP_REQUESTS("kindred.http.requests", "seconds", "Answering a request.", "route", "status"),
    HTTP_FORWARDS(
            "kindred.http.forwards",
            "questions",
            "Questions on users whom the asked instance does not have, by who answered: owner, copy, or failed.",
            "outcome"),
    HTTP_EVENTS("kindred.http.events", "events", "Events that came over HTTP.", "result"),
    HTTP_ITEMS("kindred.http.items", "items", "Changes of items that came over HTTP.", "result"),
    HTTP_MERGES("kindred.http.merges", "merges", "Requests to merge users that came over HTTP.", "result"),
    HTTP_USERS("kindred.http.users", "users", "Changes of what is said of users that came over HTTP.", "result");

    private final String id;
    private final String unit;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<String> labels;

    MeterName(String id, String unit, String meaning, String... labels) {
        this.id = id;
        this.unit = unit;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** Of the records of a kind that come over HTTP. */
    static MeterName ofIntake(RecordKind kind) {
        return valueOf("HTTP_" + kind.name());
    }

    /** What is counted, or in what it is measured. */
    public String unit() {
        return unit;
    }

    /** One sentence; it stands beside the figures that Prometheus reads. */
    public String meaning() {
        return meaning;
    }

    /** The names of the labels. */
    public List<String> labels() {
        return labels;
    }

    /** The counter of these values of the labels, in the order of {@link #labels()}; always the same one. */
    Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(id)
                .baseUnit(unit)
                .description(meaning)
                .tags(tags(values))
                .register(registry);
    }

    /** The timer of these values of the labels, in the order of {@link #labels()}; always the same one. */
    Timer timer(MeterRegistry registry, Buckets buckets, String... values) {
        return Timer.builder(id)
                .description(meaning)
                .tags(tags(values))
                .serviceLevelObjectives(buckets.bounds())
                .register(registry);
    }

    /** Asks a source for its value whenever somebody reads the metrics. The registry keeps the source. */
    <T> void gauge(MeterRegistry registry, T source, ToDoubleFunction<T> value) {
        Gauge.builder(id, source, value)
                .baseUnit(unit)
                .description(meaning)
                .strongReference(true)
                .register(registry);
    }

    private Tags tags(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(id + " needs values of " + labels + ", got " + List.of(values));
        }
        Tags tags = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            tags = tags.and(labels.get(i), values[i]);
        }
        return tags;
    }
}
