package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.RunReport.Cost;
import dev.kindred.lab.evaluation.contenders.Contender;
import dev.kindred.model.Interaction;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Measures the time and the heap that a contender takes, from its construction on. */
final class MeasuredContender implements Contender {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1000;
    private static final double BYTES_PER_MB = 1e6;

    private final Contender contender;
    private final Histogram listNanos = new Histogram(DIGITS);
    private final List<MemoryPoolMXBean> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private long lastNanos;
    private long learnNanos;
    private long learned;

    MeasuredContender(Contender contender) {
        this.contender = contender;
        heapPools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    @Override
    public void learn(Interaction event) {
        long start = System.nanoTime();
        contender.learn(event);
        learnNanos += System.nanoTime() - start;
        learned++;
    }

    @Override
    public void observe(Interaction event) {
        contender.observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        long start = System.nanoTime();
        List<String> list = contender.recommend(userId, asOfMs);
        lastNanos = System.nanoTime() - start;
        listNanos.recordValue(lastNanos);
        return list;
    }

    /** How long the last list took. */
    long lastNanos() {
        return lastNanos;
    }

    Cost cost() {
        return new Cost(percentileUs(50), percentileUs(99), learnEventsPerSecond(), heapPeakMb());
    }

    private double percentileUs(double percent) {
        return listNanos.getValueAtPercentile(percent) / NANOS_PER_MICRO;
    }

    private double learnEventsPerSecond() {
        return learnNanos == 0 ? 0 : (double) learned * TimeUnit.SECONDS.toNanos(1) / learnNanos;
    }

    /** The sum of the peaks of the JVM's memory pools, uncollected garbage included: an upper bound of the true peak. */
    private double heapPeakMb() {
        return heapPools.stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / BYTES_PER_MB;
    }
}
