package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ThroughputReportTest {

    private static final SystemUnderTest BARE = new BareTopology();
    private static final SystemUnderTest KINDRED = new KindredUnderTest();

    private static String report() {
        Map<SystemUnderTest, List<Throughput>> measured = new LinkedHashMap<>();
        measured.put(BARE, List.of(new Throughput(20_000, 50, Map.of("log", 400.0, "idle", 0.0), 2e6, 3e6)));
        measured.put(
                KINDRED,
                List.of(
                        new Throughput(9_000, 100, Map.of("lists", 450.0, "vectors", 50.0), 1e6, 9e6),
                        new Throughput(1_000, 900, Map.of("lists", 900.0), 9e6, 99e6),
                        new Throughput(10_000, 125, Map.of("lists", 500.0, "vectors", 100.0), 1.5e6, 9.5e6)));
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
    void showsWhereTheBytesGoGreatestFirst() {
        assertThat(report())
                .contains("bare stateful topology 400.0 log\nkindred 500.0 lists\nkindred 50.0 vectors\n")
                .doesNotContain("idle");
    }
}
