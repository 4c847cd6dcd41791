package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.InteractionType;
import dev.kindred.query.LiveSample;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private final AtomicLong nowMs = new AtomicLong(1_000_000);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final StreamMeters stream = new StreamMeters(registry);
    private final History history = new History(registry, nowMs::get);

    @Test
    void aSampleHasTheRatesSinceTheOneBefore() {
        for (int i = 0; i < 30; i++) {
            stream.accepted(InteractionType.CLICK);
            stream.refreshed(1000, 15);
        }
        nowMs.addAndGet(10_000);
        history.sample(7);
        nowMs.addAndGet(10_000);
        history.sample(0);

        List<LiveSample> samples = history.after(0);

        assertThat(samples).hasSize(2);
        assertThat(samples.get(0).eventsPerSecond()).isEqualTo(3);
        assertThat(samples.get(0).listsPerSecond()).isEqualTo(3);
        assertThat(samples.get(0).latencyP50Ms().getAsDouble()).isBetween(10.0, 20.0);
        assertThat(samples.get(0).waiting()).isEqualTo(7);
        assertThat(samples.get(1).eventsPerSecond()).isZero();
        assertThat(samples.get(1).latencyP50Ms()).isEmpty();
        assertThat(history.after(samples.get(0).timeMs())).containsExactly(samples.get(1));
    }

    @Test
    void keepsOneHourOfSamplesThatAreSecondsApart() {
        for (int i = 0; i < 10_000; i++) {
            nowMs.addAndGet(1000);
            history.sample(0);
        }

        List<LiveSample> samples = history.after(0);

        assertThat(samples).hasSize(721); // both ends of an hour, five seconds apart
        assertThat(samples.get(0).timeMs()).isEqualTo(nowMs.get() - TimeUnit.HOURS.toMillis(1));
    }

    @Test
    void aQuantileIsInterpolatedWithinItsBucket() {
        CountAtBucket[] before = buckets(0, 10, 10);
        CountAtBucket[] now = buckets(4, 18, 20); // new: 4 up to 10 ms, 4 up to 20 ms, 2 up to 50 ms

        assertThat(History.quantile(0.5, before, now).getAsDouble()).isEqualTo(12.5); // the fifth of ten
        assertThat(History.quantile(0.9, before, now).getAsDouble()).isEqualTo(35); // the ninth
        assertThat(History.quantile(0.5, now, now)).isEmpty();
        assertThat(History.quantile(0.5, new CountAtBucket[0], new CountAtBucket[0]))
                .isEmpty();
    }

    private static CountAtBucket[] buckets(double upTo10Ms, double upTo20Ms, double upTo50Ms) {
        return new CountAtBucket[] {
            new CountAtBucket(10e6, upTo10Ms), new CountAtBucket(20e6, upTo20Ms), new CountAtBucket(50e6, upTo50Ms)
        };
    }
}
