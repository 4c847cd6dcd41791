package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.contenders.Contender;
import dev.kindred.model.Interaction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Measures how long a contender takes. */
final class TimedContender implements Contender {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1000;

    private final Contender contender;
    private final Histogram answers = new Histogram(DIGITS);
    private long lastNanos;
    private long learnNanos;
    private long learned;

    TimedContender(Contender contender) {
        this.contender = contender;
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
        answers.recordValue(lastNanos);
        return list;
    }

    /** How long the last answer took. */
    long lastNanos() {
        return lastNanos;
    }

    /** The time that this part of the answers, in percent, did not exceed, in microseconds. */
    double percentileUs(double percent) {
        return answers.getValueAtPercentile(percent) / NANOS_PER_MICRO;
    }

    /** Events learned per second of learning; 0 when nothing was learned. */
    double learnEventsPerSecond() {
        return learnNanos == 0 ? 0 : (double) learned * TimeUnit.SECONDS.toNanos(1) / learnNanos;
    }
}
