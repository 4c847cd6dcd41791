package dev.kindred.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The variants of experiments as gauges, of the first {@link #MAX_VARIANTS} variants alone, so that labels stay few. */
final class ExperimentMeters {

    static final int MAX_VARIANTS = 30;

    private final Supplier<Stream<VariantFigures>> variants;
    private final MultiGauge shares;
    private final MultiGauge lists;
    private final MultiGauge clicked;

    ExperimentMeters(MeterRegistry registry, Supplier<Stream<VariantFigures>> variants) {
        this.variants = variants;
        this.shares = MeterName.VARIANT_SHARE.gauges(registry);
        this.lists = MeterName.VARIANT_LISTS.gauges(registry);
        this.clicked = MeterName.VARIANT_CLICKED.gauges(registry);
    }

    /** Reads the variants, which come and go with the scenarios. */
    void update() {
        List<VariantFigures> now = variants.get().limit(MAX_VARIANTS).toList();
        shares.register(rows(MeterName.VARIANT_SHARE, now, VariantFigures::share), true);
        lists.register(rows(MeterName.VARIANT_LISTS, now, VariantFigures::lists), true);
        clicked.register(rows(MeterName.VARIANT_CLICKED, now, VariantFigures::clicked), true);
    }

    private static List<Row<?>> rows(
            MeterName meter, List<VariantFigures> variants, ToDoubleFunction<VariantFigures> figure) {
        return variants.stream()
                .<Row<?>>map(variant -> meter.row(figure.applyAsDouble(variant), variant.scenario(), variant.variant()))
                .toList();
    }
}
