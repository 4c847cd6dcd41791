package dev.kindred.metrics;

import dev.kindred.recommend.LearnedList;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Learned weights and their numbers of examples, as gauges that come and go with the scenarios. */
final class LearnedMeters {

    private final Supplier<List<LearnedList>> learned;
    private final MultiGauge examples;
    private final MultiGauge weights;

    LearnedMeters(MeterRegistry registry, Supplier<List<LearnedList>> learned) {
        this.learned = learned;
        this.examples = MeterName.LEARNED_EXAMPLES.gauges(registry);
        this.weights = MeterName.LEARNED_WEIGHT.gauges(registry);
    }

    /** Reads the present values. */
    void update() {
        List<MultiGauge.Row<?>> counts = new ArrayList<>();
        List<MultiGauge.Row<?>> values = new ArrayList<>();
        for (LearnedList list : learned.get()) {
            counts.add(MeterName.LEARNED_EXAMPLES.row(list.examples(), list.list(), list.kind()));
            for (LearnedList.Weights some : list.weights()) {
                some.values()
                        .forEach((of, weight) -> values.add(
                                MeterName.LEARNED_WEIGHT.row(weight, list.list(), String.valueOf(some.items()), of)));
            }
        }
        examples.register(counts, true);
        weights.register(values, true);
    }
}
