package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.KindredApp;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a running instance equal the processed records. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class MetricsIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final List<Interaction> EVENTS = Streams.random(new SplittableRandom(3), 500, 40, 30);

    @Test
    void countsProcessedRecords(EmbeddedKafka kafka, @TempDir Path directory) {
        Deployment deployment = new Deployment(kafka, directory, Map.of());
        try (KindredApp app = deployment.start("only");
                TopicTail<?, ?> lists = deployment.lists()) {
            Deployment.awaitRunning(app);
            deployment.send(EVENTS);
            lists.awaitCount(EVENTS.size(), DEADLINE);

            await(app, "kindred_matrix_cells", deployment.cells().size());
            await(app, "kindred_matrix_lag_records", 0);
            Scrape scrape = new Scrape(app.metrics().scrape());

            assertThatEventsAreCounted(scrape);
            assertThat(scrape.value("kindred_matrix_users")).isEqualTo(users());
        }
    }

    private static void await(KindredApp app, String series, double value) {
        Wait.until(
                DEADLINE,
                series + " of " + value,
                () -> new Scrape(app.metrics().scrape()).value(series) == value);
    }

    private static void assertThatEventsAreCounted(Scrape scrape) {
        for (InteractionType type : InteractionType.values()) {
            String label = type.name().toLowerCase(Locale.ROOT);
            double sent = EVENTS.stream().filter(event -> event.type() == type).count();
            assertThat(scrape.value("kindred_events_total{type=\"" + label + "\"}"))
                    .isEqualTo(sent);
        }
        assertThat(scrape.value("kindred_refresh_seconds_count")).isEqualTo(EVENTS.size());
        assertThat(scrape.value("kindred_latency_seconds_count")).isEqualTo(EVENTS.size());
        assertThat(scrape.sum("kindred_dead_letters_total")).isZero();
    }

    private static double users() {
        return EVENTS.stream().map(Interaction::userId).distinct().count();
    }
}
