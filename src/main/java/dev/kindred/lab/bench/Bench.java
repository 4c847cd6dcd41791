package dev.kindred.lab.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the product, a bare consumer and a bare stateful topology, in turns, each time on a fresh embedded broker,
 * and prints medians and ratios. Absolute figures depend on the machine and the moment; ratios can be compared across
 * machines.
 */
public final class Bench {

    private final BenchSettings settings;
    private final boolean warmsUp;
    private final PrintWriter out;
    private final PrintWriter progress;
    private final List<SystemUnderTest> systems =
            List.of(BareConsumer.SYSTEM, BareTopology.SYSTEM, SystemUnderTest.KINDRED);

    /**
     * A bench.
     *
     * @param out receives the table
     * @param progress receives the current step
     */
    public Bench(BenchSettings settings, PrintWriter out, PrintWriter progress) {
        this(settings, true, out, progress);
    }

    /** @param warmsUp whether every system first has a turn that is not counted */
    Bench(BenchSettings settings, boolean warmsUp, PrintWriter out, PrintWriter progress) {
        this.settings = settings;
        this.warmsUp = warmsUp;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Measures everything.
     *
     * @throws Exception if a system fails
     */
    public void run() throws Exception {
        Lines.print(
                out,
                "%,d events of %,d users on %,d items, %d partitions, %d threads, %d rounds; medians",
                settings.events(),
                settings.environment().users(),
                settings.environment().items(),
                settings.environment().partitions(),
                settings.environment().threads(),
                settings.rounds());
        if (warmsUp) {
            warmUp();
        }
        for (String guarantee : settings.guarantees()) {
            throughput(guarantee);
            if (!settings.latencyDuration().isZero()) {
                latency(guarantee);
            }
        }
    }

    /** Runs each system once without counting, because the JIT compiler still works. */
    private void warmUp() throws Exception {
        for (SystemUnderTest system : systems) {
            Lines.print(progress, "warming up: %s", system.name());
            measure(settings.guarantees().get(0), system);
        }
    }

    private Throughput measure(String guarantee, SystemUnderTest system) throws Exception {
        try (Environment environment = new Environment(settings.environment(), guarantee, system)) {
            return Throughput.measure(environment, system, settings.events());
        }
    }

    private void throughput(String guarantee) throws Exception {
        Map<SystemUnderTest, List<Throughput>> measured = new LinkedHashMap<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            for (SystemUnderTest system : systems) {
                Lines.print(progress, "%s, round %d of %d: %s", guarantee, round, settings.rounds(), system.name());
                measured.computeIfAbsent(system, s -> new ArrayList<>()).add(measure(guarantee, system));
            }
        }
        new ThroughputReport(out, measured, BareTopology.SYSTEM).print(guarantee);
    }

    private void latency(String guarantee) throws Exception {
        Lines.print(
                out, "from event to output           p50 ms       p99 ms   at %,.0f events/s", settings.latencyRate());
        for (SystemUnderTest system : List.of(BareTopology.SYSTEM, SystemUnderTest.KINDRED)) {
            Lines.print(progress, "%s, latency: %s", guarantee, system.name());
            try (Environment environment = new Environment(settings.environment(), guarantee, system)) {
                Latency latency = Latency.measure(environment, system, settings);
                Lines.print(out, "%-24s %12.0f %12.0f", system.name(), latency.p50Ms(), latency.p99Ms());
            }
        }
    }
}
