package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.kindred.intake.RejectionReason;
import dev.kindred.model.InteractionType;
import dev.kindred.testing.RandomTest;
import dev.kindred.topology.MergeOutcome;
import dev.kindred.topology.StreamObserver;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Law: scraped values equal reported values. */
final class StreamMetersTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final KindredMetrics metrics = new KindredMetrics();
    private final StreamObserver stream = metrics.stream();

    @AfterEach
    void close() {
        metrics.close();
    }

    private Scrape scrape() {
        return new Scrape(metrics.scrape());
    }

    private static <E extends Enum<E>> Map<E, Integer> randomCounts(RandomGenerator random, Class<E> type) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counts.put(constant, random.nextInt(20));
        }
        return counts;
    }

    @RandomTest
    void countsEventsByType(RandomGenerator random) {
        Map<InteractionType, Integer> counts = randomCounts(random, InteractionType.class);

        counts.forEach((type, count) -> repeat(count, () -> stream.accepted(type)));

        Scrape scrape = scrape();
        counts.forEach((type, count) -> assertThat(scrape.value("kindred_events_total{type=\"" + label(type) + "\"}"))
                .isEqualTo(count.doubleValue()));
    }

    @RandomTest
    void countsDeadLettersByReason(RandomGenerator random) {
        Map<RejectionReason, Integer> counts = randomCounts(random, RejectionReason.class);

        counts.forEach((reason, count) -> repeat(count, () -> stream.rejected(reason)));

        Scrape scrape = scrape();
        counts.forEach((reason, count) -> assertThat(
                        scrape.value("kindred_dead_letters_total{reason=\"" + label(reason) + "\"}"))
                .isEqualTo(count.doubleValue()));
    }

    @RandomTest
    void countsMergesByOutcome(RandomGenerator random) {
        Map<MergeOutcome, Integer> counts = randomCounts(random, MergeOutcome.class);

        counts.forEach((outcome, count) -> repeat(count, () -> stream.merged(outcome)));

        Scrape scrape = scrape();
        counts.forEach(
                (outcome, count) -> assertThat(scrape.value("kindred_merges_total{outcome=\"" + label(outcome) + "\"}"))
                        .isEqualTo(count.doubleValue()));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void repeat(int count, Runnable call) {
        for (int i = 0; i < count; i++) {
            call.run();
        }
    }

    @Test
    void reportsTheFirstVariantsAlone() {
        List<VariantFigures> many = IntStream.range(0, 100)
                .mapToObj(i -> new VariantFigures("home", "v-" + i, 0.01, 2L * i, i))
                .toList();
        List<VariantFigures> now = new ArrayList<>(many);
        metrics.watchVariants(now::stream);

        assertThat(scrape().value("kindred_variant_share_ratio{scenario=\"home\",variant=\"v-7\"}"))
                .isEqualTo(0.01);
        assertThat(scrape().value("kindred_variant_shown_lists{scenario=\"home\",variant=\"v-29\"}"))
                .isEqualTo(58);
        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("kindred_variant_clicked_lists{")))
                .hasSize(30);

        now.subList(1, 100).clear(); // the scenarios were changed

        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("kindred_variant_clicked_lists{")))
                .hasSize(1);
    }

    @Test
    void countsReroutedEvents() {
        repeat(3, stream::rerouted);

        assertThat(scrape().value("kindred_rerouted_events_total")).isEqualTo(3);
    }

    @Test
    void countsItemsWhoseSimilarItemsWerePublished() {
        repeat(3, stream::similarItemsPublished);

        assertThat(scrape().value("kindred_similar_items_total")).isEqualTo(3);
    }

    @Test
    void sumsUpTimesInSeconds() {
        stream.refreshed(1_500_000, 20);
        stream.refreshed(500_000, 5);

        assertThat(scrape().value("kindred_refresh_seconds_count")).isEqualTo(2);
        assertThat(scrape().value("kindred_refresh_seconds_sum")).isCloseTo(0.002, within(1e-12));
        assertThat(scrape().value("kindred_latency_seconds_count")).isEqualTo(2);
        assertThat(scrape().value("kindred_latency_seconds_sum")).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void countsTimesUpToEachBound() {
        stream.refreshed(50_000, 1); // the lowest bounds hold what equals them
        stream.refreshed(50_001, 2);
        stream.refreshed(5_000_000_000L, 3_600_000);

        Scrape scrape = scrape();
        assertThat(scrape.value("kindred_refresh_seconds_bucket{le=\"5.0E-5\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("kindred_refresh_seconds_bucket{le=\"1.0E-4\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("kindred_refresh_seconds_bucket{le=\"1.0\"}")).isEqualTo(2);
        assertThat(scrape.value("kindred_refresh_seconds_bucket{le=\"+Inf\"}")).isEqualTo(3);
        assertThat(scrape.value("kindred_latency_seconds_bucket{le=\"0.002\"}")).isEqualTo(2);
    }

    @Test
    void takesAnEventFromTheFutureAsOneWithoutLatency() {
        stream.refreshed(1, -5_000);

        assertThat(scrape().value("kindred_latency_seconds_count")).isEqualTo(1);
        assertThat(scrape().value("kindred_latency_seconds_sum")).isZero();
    }

    @Test
    void leavesNothingToTheGarbageCollector() {
        int events = 20_000;
        tell(events);
        long before = THREADS.getCurrentThreadAllocatedBytes();

        tell(events);

        // what is not the events': the bean's answer, and at times the compiler's
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(events);
    }

    private void tell(int events) {
        for (int i = 0; i < events; i++) {
            stream.accepted(InteractionType.CLICK);
            stream.rerouted();
            stream.rejected(RejectionReason.INVALID_ITEM);
            stream.refreshed(i, i);
            stream.similarItemsPublished();
        }
    }
}
