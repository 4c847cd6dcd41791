package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KindredMetricsTest {

    private final Instance instance;

    KindredMetricsTest(@TempDir Path directory) {
        instance = Instance.withEmptyMatrix(directory);
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @RandomTest
    void followsTheSizeOfTheMatrix(RandomGenerator random) {
        Set<CellKey> cells = new HashSet<>();
        Set<String> users = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            CellKey cell = new CellKey("user-" + random.nextInt(30), "item-" + random.nextInt(20));
            instance.matrix.apply(cell, new Affinity(1, Streams.START_MS + i, InteractionType.CLICK.bit()));
            cells.add(cell);
            users.add(cell.userId());
        }

        Scrape scrape = instance.scrape();
        assertThat(scrape.value("kindred_matrix_cells")).isEqualTo(cells.size());
        assertThat(scrape.value("kindred_matrix_users")).isEqualTo(users.size());
        assertThat(scrape.value("kindred_matrix_size_bytes")).isEqualTo((double) instance.matrix.bytes());
    }

    @Test
    void followsTheSizeOfTheCatalog() {
        instance.catalog.put(Item.of("tea", "", List.of()));
        instance.catalog.put(Item.of("cup", "", List.of()));
        instance.catalog.remove("tea");

        assertThat(instance.scrape().value("kindred_catalog_items")).isEqualTo(1);
    }

    @Test
    void knowsNoLagBeforeTheMatrixIsRead() {
        assertThat(instance.scrape().value("kindred_matrix_lag_records")).isNaN();
    }

    @Test
    void hasTheMetricsOfTheMachineAndOfKafka() {
        assertThat(instance.scrape().names())
                .contains(
                        "jvm_memory_used_bytes",
                        "jvm_gc_live_data_size_bytes",
                        "jvm_threads_live_threads",
                        "process_cpu_usage",
                        "process_uptime_seconds",
                        "disk_free_bytes",
                        "kafka_consumer_coordinator_rebalance_total",
                        "kafka_stream_failed_stream_threads_total");
    }

    @Test
    void leavesOutWhatOnlyExpertsOfKafkaRead() {
        assertThat(instance.scrape().names())
                .filteredOn(name -> name.startsWith("kafka_"))
                .hasSizeBetween(3, EssentialKafka.NAMES.size())
                .doesNotContain("kafka_consumer_fetch_manager_records_lag_max");
    }

    @Test
    void hasAllOfKafkaIfAsked(@TempDir Path other) {
        try (Instance all = Instance.withAllOfKafka(other)) {
            assertThat(all.scrape().names())
                    .contains("kafka_consumer_fetch_manager_records_lag_max", "kafka_stream_thread_process_rate");
        }
    }

    @Test
    void followsTheStatus() {
        assertThat(instance.scrape().names()).doesNotContain("kindred_input_lag_records");

        instance.measured();

        Scrape scrape = instance.scrape();
        assertThat(scrape.value("kindred_input_lag_records{partition=\"0\",topic=\"events\"}"))
                .isEqualTo(7);
        assertThat(scrape.value("kindred_input_age_seconds{partition=\"0\",topic=\"events\"}"))
                .isEqualTo(1.5);
        assertThat(scrape.value("kindred_brokers_outage_seconds")).isZero();
        assertThat(scrape.value("kindred_ready_instances")).isEqualTo(1);
        assertThat(scrape.value("kindred_owned_partitions")).isEqualTo(1);
        assertThat(scrape.value("kindred_restoring_records")).isEqualTo(15);
        assertThat(scrape.value("kindred_standby_lag_records")).isEqualTo(12);
        assertThat(scrape.value("kindred_rules_refused_files{file=\"scenarios\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("kindred_rules_refused_files{file=\"segments\"}"))
                .isZero();
        assertThat(scrape.value("kindred_rules_loaded_timestamp_seconds{file=\"scenarios\"}"))
                .isEqualTo(100);
    }

    @Test
    void staysReadableAfterItsEnd() {
        instance.metrics.stream().rerouted();
        instance.metrics.close();

        assertThat(instance.scrape().value("kindred_rerouted_events_total")).isEqualTo(1);
    }
}
