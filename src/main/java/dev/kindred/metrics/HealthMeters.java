package dev.kindred.metrics;

import dev.kindred.query.Health.Lag;
import dev.kindred.query.Health.PartitionLag;
import dev.kindred.query.Health.RuleFile;
import dev.kindred.query.Health.Standby;
import dev.kindred.query.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The status of an instance as gauges. A partition gets its gauges when its lag is measured for the first time. Thread
 * safe.
 */
final class HealthMeters {

    private static final List<String> FILES = List.of("configuration", "scenarios", "segments");

    private final MeterRegistry registry;
    private final Supplier<Status> status;
    private final Set<Place> known = ConcurrentHashMap.newKeySet();

    private record Place(String topic, int partition) {}

    HealthMeters(MeterRegistry registry, Supplier<Status> status) {
        this.registry = registry;
        this.status = status;
        gauge(MeterName.READY, now -> now.ready() ? 1 : 0);
        gauge(MeterName.OWNED, now -> now.partitions().size());
        gauge(MeterName.BROKERS, HealthMeters::outage);
        gauge(
                MeterName.RESTORING,
                now -> now.restoring().stream()
                        .mapToLong(store -> Math.max(0, store.expected() - store.restored()))
                        .sum());
        gauge(
                MeterName.STANDBY,
                now -> now.health().standbys().stream()
                        .mapToLong(Standby::records)
                        .sum());
        for (String file : FILES) {
            gauge(MeterName.REFUSED, now -> file(now, file).error().isPresent() ? 1 : 0, file);
            gauge(MeterName.LOADED, now -> file(now, file).loaded().getEpochSecond(), file);
        }
    }

    private void gauge(MeterName name, ToDoubleFunction<Status> value, String... labels) {
        name.gauge(registry, status, now -> value.applyAsDouble(now.get()), labels);
    }

    private static double outage(Status now) {
        boolean reachable = now.health().brokers().reachable();
        return reachable
                ? 0
                : Duration.between(now.health().brokers().since(), Instant.now())
                        .toSeconds();
    }

    private static RuleFile file(Status now, String name) {
        return now.health().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseGet(() -> new RuleFile(name, Optional.empty(), Instant.EPOCH, Optional.empty()));
    }

    /** Adds the gauges of partitions that are measured by now. */
    void update() {
        for (PartitionLag measured : status.get().health().lag().partitions()) {
            Place place = new Place(measured.topic(), measured.partition());
            if (known.add(place)) {
                String partition = String.valueOf(place.partition());
                gauge(
                        MeterName.INPUT_LAG,
                        now -> find(now, place)
                                .map(lag -> (double) lag.records())
                                .orElse(Double.NaN),
                        place.topic(),
                        partition);
                gauge(
                        MeterName.INPUT_AGE,
                        now -> find(now, place)
                                .flatMap(PartitionLag::age)
                                .map(age -> age.toMillis() / 1e3)
                                .orElse(Double.NaN),
                        place.topic(),
                        partition);
            }
        }
    }

    private static Optional<PartitionLag> find(Status now, Place place) {
        Lag lag = now.health().lag();
        return lag.partitions().stream()
                .filter(partition -> partition.partition() == place.partition()
                        && partition.topic().equals(place.topic()))
                .findFirst();
    }
}
