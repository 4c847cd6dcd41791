package dev.kindred.lab.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the product beside a bare consumer and a bare stateful topology, in turns, on a fresh embedded broker each
 * time, and prints medians and ratios. Absolute figures are those of the machine at that moment; ratios travel.
 */
public final class Bench {

    private final BenchSettings settings;
    private final boolean warmsUp;
    private final PrintWriter out;
    private final PrintWriter progress;
    private final Subject bare = new BareTopologySubject();
    private final Subject kindred = new KindredSubject();
    private final List<Subject> subjects = List.of(new BareConsumerSubject(), bare, kindred);

    /**
     * A bench.
     *
     * @param out receives the table
     * @param progress receives what is being done
     */
    public Bench(BenchSettings settings, PrintWriter out, PrintWriter progress) {
        this(settings, true, out, progress);
    }

    /** @param warmsUp whether every subject has a turn that is not counted */
    Bench(BenchSettings settings, boolean warmsUp, PrintWriter out, PrintWriter progress) {
        this.settings = settings;
        this.warmsUp = warmsUp;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Measures everything.
     *
     * @throws Exception if a subject fails
     */
    public void run() throws Exception {
        Lines.print(
                out,
                "%,d events of %,d users on %,d items, %d partitions, %d threads, %d rounds; medians",
                settings.events(),
                settings.users(),
                settings.items(),
                settings.partitions(),
                settings.threads(),
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

    /** One turn of each that is not counted, because the compiler of the Java machine works in it. */
    private void warmUp() throws Exception {
        for (Subject subject : subjects) {
            Lines.print(progress, "warming up: %s", subject.name());
            measure(settings.guarantees().get(0), subject);
        }
    }

    private Throughput measure(String guarantee, Subject subject) throws Exception {
        try (Arena arena = new Arena(settings.arena(), guarantee, subject)) {
            return Throughput.measure(arena, subject, settings.events());
        }
    }

    private void throughput(String guarantee) throws Exception {
        Map<Subject, List<Throughput>> measured = new LinkedHashMap<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Subject subject : subjects) {
                Lines.print(progress, "%s, round %d of %d: %s", guarantee, round, settings.rounds(), subject.name());
                measured.computeIfAbsent(subject, s -> new ArrayList<>()).add(measure(guarantee, subject));
            }
        }
        new ThroughputReport(out, measured, bare).print(guarantee);
    }

    private void latency(String guarantee) throws Exception {
        Lines.print(
                out,
                "%-24s %12s %12s   at %,.0f events/s",
                "from event to output",
                "p50 ms",
                "p99 ms",
                settings.latencyRate());
        for (Subject subject : List.of(bare, kindred)) {
            Lines.print(progress, "%s, latency: %s", guarantee, subject.name());
            try (Arena arena = new Arena(settings.arena(), guarantee, subject)) {
                Latency latency = Latency.measure(arena, subject, settings);
                Lines.print(out, "%-24s %12.0f %12.0f", subject.name(), latency.p50Ms(), latency.p99Ms());
            }
        }
    }
}
