package dev.kindred.metrics;

import dev.kindred.intake.RecordKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All metrics of Kindred itself: name, unit, labels and meaning. Prometheus uses another form of the names, for example
 * {@code kindred_events_total} for {@link #EVENTS}; {@code src/METRICS.md} lists that form.
 *
 * <p>The values of a label come from a fixed list: types, reasons, routes, statuses, scenarios, variants. Ids of users and items are never
 * labels.
 */
public enum MeterName {
    EVENTS("kindred.events", "events", "Accepted events, without duplicates.", "type"),
    REROUTED("kindred.rerouted", "events", "Events forwarded to the partition of their user."),
    MERGES(
            "kindred.merges",
            "merges",
            "Merges of two users: moved (vector sent), empty (no vector to move), taken_up (vector merged), repeated.",
            "outcome"),
    ERASURES(
            "kindred.erasures",
            "erasures",
            "Requests to forget a user: erased, nothing_held, or repeated (carried out before).",
            "outcome"),
    EXPIRED_USERS("kindred.expired", "users", "Users erased because they were not seen for vector.retention.ms."),
    CONSENT_DROPPED(
            "kindred.consent.dropped",
            "records",
            "Events and moved vectors of users who have not given the required consent."),
    ERASED_DROPPED(
            "kindred.erased.dropped", "records", "Events and moved vectors from before the erasure of their user."),
    DEAD_LETTERS("kindred.dead.letters", "letters", "Records that could not be accepted.", "reason"),
    IMPRESSIONS(
            "kindred.impressions",
            "impressions",
            "Impressions where feedback is enabled: counted, repeated, late (after the grace period), or capped (a robot).",
            "result"),
    ATTRIBUTED(
            "kindred.attributed",
            "events",
            "Interactions where feedback is enabled: counted, repeated, late, capped, or ignored (of no counted type).",
            "result"),
    FOREIGN_LISTS("kindred.foreign.lists", "events", "Events with the id of a list that this deployment did not make."),
    RANKER_FALLBACKS(
            "kindred.ranker.fallbacks",
            "lists",
            "Lists that kept the order of their blend because the model of ranker: onnx took too long (timeout) or failed (failure).",
            "reason"),
    VARIANT_SHARE(
            "kindred.variant.share",
            "ratio",
            "The fraction of the users who have a variant of an experiment; of the first 30 variants.",
            "scenario",
            "variant"),
    VARIANT_LISTS(
            "kindred.variant.shown",
            "lists",
            "Lists of a variant that were shown, counted by all instances since its experiment began.",
            "scenario",
            "variant"),
    VARIANT_CLICKED(
            "kindred.variant.clicked",
            "lists",
            "Of the lists of a variant that were shown, those with a click.",
            "scenario",
            "variant"),
    REFRESH("kindred.refresh", "seconds", "Time to find a user's neighbors and to compute the list."),
    LATENCY(
            "kindred.latency",
            "seconds",
            "Time from the arrival of an event at the brokers until its list is computed."),
    SIMILAR_ITEMS("kindred.similar.items", "items", "Items whose published similar items changed."),
    LEARNED_EVENTS("kindred.learned", "events", "Events from which lists that learn have learned."),
    LEARNED_EXAMPLES(
            "kindred.learned.examples",
            "examples",
            "What a list has learned from: candidates of a ranker, events of weights. Older ones count less.",
            "list",
            "kind"),
    LEARNED_WEIGHT(
            "kindred.learned.weight",
            "weight",
            "A learned weight: of a feature of a ranker, or of a strategy for users with so many items or more.",
            "list",
            "items",
            "of"),
    MATRIX_USERS("kindred.matrix.users", "users", "Users with a cell in the matrix."),
    MATRIX_CELLS("kindred.matrix.cells", "cells", "Cells in the matrix."),
    MATRIX_ITEMS("kindred.matrix.items", "items", "Items with a user in the matrix."),
    MATRIX_FILL(
            "kindred.matrix.fill",
            "ratio",
            "The part of matrix.users.max or matrix.items.max that is used, the greater one."),
    MATRIX_BYTES("kindred.matrix.size", "bytes", "Heap use of the matrix, estimated from its users and cells."),
    MATRIX_LAG("kindred.matrix.lag", "records", "Committed cells that the matrix has not read yet."),
    INPUT_LAG(
            "kindred.input.lag",
            "records",
            "Records of an input that wait: its end minus what the application has committed.",
            "topic",
            "partition"),
    INPUT_AGE(
            "kindred.input.age",
            "seconds",
            "Time since the oldest waiting record of an input arrived; 0 if none waits.",
            "topic",
            "partition"),
    BROKERS("kindred.brokers.outage", "seconds", "Time since the brokers ceased to answer; 0 while they do."),
    READY("kindred.ready", "instances", "1 while the instance is ready, otherwise 0."),
    OWNED("kindred.owned", "partitions", "Partitions of the events that the instance processes."),
    RESTORING("kindred.restoring", "records", "Records that stores must still read from Kafka before they are used."),
    STANDBY("kindred.standby.lag", "records", "Records that the instance's copies of other instances' stores lack."),
    REFUSED(
            "kindred.rules.refused",
            "files",
            "1 while the present file has a mistake and former rules stay in force, otherwise 0.",
            "file"),
    LOADED(
            "kindred.rules.loaded.timestamp",
            "seconds",
            "Time at which the settings or rules in force were read, in epoch seconds.",
            "file"),
    CATALOG_ITEMS("kindred.catalog.items", "items", "Items in the catalog."),
    HTTP_REQUESTS("kindred.http.requests", "seconds", "Time to answer a request.", "route", "status"),
    HTTP_FORWARDS(
            "kindred.http.forwards",
            "questions",
            "Requests for users of another instance: answered by its owner, by a standby copy, or failed.",
            "outcome"),
    HTTP_EVENTS("kindred.http.events", "events", "Events received over HTTP.", "result"),
    HTTP_ITEMS("kindred.http.items", "items", "Item changes received over HTTP.", "result"),
    HTTP_MERGES("kindred.http.merges", "merges", "Merge requests received over HTTP.", "result"),
    HTTP_ERASURES("kindred.http.erasures", "erasures", "Requests to forget a user received over HTTP.", "result"),
    HTTP_USERS("kindred.http.users", "users", "Changes of user attributes received over HTTP.", "result");

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

    /** The meter of one kind of records received over HTTP. */
    static MeterName ofIntake(RecordKind kind) {
        return valueOf("HTTP_" + kind.name());
    }

    /** The name in the registry. */
    String id() {
        return id;
    }

    /** The counted thing, or the unit of measurement. */
    public String unit() {
        return unit;
    }

    /** One sentence, the help text in Prometheus. */
    public String meaning() {
        return meaning;
    }

    /** The names of the labels. */
    public List<String> labels() {
        return labels;
    }

    /** The counter for these label values, in the order of {@link #labels()}. The same values give the same counter. */
    Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(id)
                .baseUnit(unit)
                .description(meaning)
                .tags(tags(values))
                .register(registry);
    }

    /** The timer for these label values, in the order of {@link #labels()}. The same values give the same timer. */
    Timer timer(MeterRegistry registry, Buckets buckets, String... values) {
        return Timer.builder(id)
                .description(meaning)
                .tags(tags(values))
                .serviceLevelObjectives(buckets.bounds())
                .register(registry);
    }

    /** Registers a gauge that reads its value at every scrape. The registry holds a strong reference to the source. */
    <T> void gauge(MeterRegistry registry, T source, ToDoubleFunction<T> value, String... labelValues) {
        Gauge.builder(id, source, value)
                .baseUnit(unit)
                .description(meaning)
                .tags(tags(labelValues))
                .strongReference(true)
                .register(registry);
    }

    /** Gauges whose label values come and go; each row has values in the order of {@link #labels()}. */
    MultiGauge gauges(MeterRegistry registry) {
        return MultiGauge.builder(id).baseUnit(unit).description(meaning).register(registry);
    }

    /** A row of {@link #gauges}. */
    MultiGauge.Row<?> row(double value, String... labelValues) {
        return MultiGauge.Row.of(tags(labelValues), value);
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
