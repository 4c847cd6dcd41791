package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ThroughputReportTest {

    private static final SystemUnderTest BARE = BareTopology.SYSTEM;
    private static final SystemUnderTest KINDRED = SystemUnderTest.KINDRED;

    private static String report() {
        Map<SystemUnderTest, List<Throughput>> measured = new LinkedHashMap<>();
        measured.put(BARE, List.of(new Throughput(20_000, 50, Map.of("log", 400.0, "idle", 0.0), 2e6, 3e6)));
        measured.put(
                KINDRED,
                List.of(
                        new Throughput(9_000, 100, Map.of("lists", 450.0, "vectors", 50.0), 1e6, 9e6),
                        new Throughput(1_000, 900, Map.of("lists", 900.0), 9e6, 99e6),
                        new Throughput(10_000, 125, Map.of("lists", 500.0, "vectors", 100.0), 1.5e6, 9.5e6)));
        return report(measured);
    }

    private static String report(Map<SystemUnderTest, List<Throughput>> measured) {
        StringWriter out = new StringWriter();
        new ThroughputReport(new PrintWriter(out), measured, BARE).print("at_least_once");
        return out.toString().replaceAll(" +", " ");
    }

    @Test
    void showsMediansAndRatios() {
        // medians of kindred: 9,000 events/s, 125 µs, of 500, 900 and 600 bytes 600, 1.5 MB, 9.5 MB
        assertThat(report())
                .contains("bare stateful topology 20,000 1.00 50.0 1.00 400 1.00 2.0 3.0\n")
                .contains("kindred 9,000 0.45 125.0 2.50 600 1.50 1.5 9.5\n");
    }

    @Test
    void showsHowFarTheRoundsLieApart() {
        Map<SystemUnderTest, List<Throughput>> measured = new LinkedHashMap<>();
        measured.put(BARE, List.of(run(20_000, 50), run(10_000, 100)));
        measured.put(KINDRED, List.of(run(8_000, 125), run(6_000, 200)));

        // 8,000 of 20,000 in the first round, 6,000 of 10,000 in the second; 125 µs to 50, then 200 to 100
        assertThat(report(measured))
                .contains("bare stateful topology 10,000 - 20,000 1.00 - 1.00 50.0 - 100.0 1.00 - 1.00\n")
                .contains("kindred 6,000 - 8,000 0.40 - 0.60 125.0 - 200.0 2.00 - 2.50\n");
    }

    private static Throughput run(double eventsPerSecond, double cpuMicros) {
        return new Throughput(eventsPerSecond, cpuMicros, Map.of("log", 1.0), 1, 1);
    }

    @Test
    void showsWhereTheBytesGoGreatestFirst() {
        assertThat(report())
                .contains("bare stateful topology 400.0 log\nkindred 500.0 lists\nkindred 50.0 vectors\n")
                .doesNotContain("idle");
    }
}
