package dev.kindred.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Stops a run of a model when its time is over. Close it before the options of the run. */
final class Deadline implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "onnx-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    static {
        CLOCK.setRemoveOnCancelPolicy(true); // most runs end in time
    }

    private final OrtSession.RunOptions run;
    private final Future<?> alarm;
    private boolean isOver; // then the options belong to nobody

    private Deadline(long nanos, OrtSession.RunOptions run) {
        this.run = run;
        this.alarm = CLOCK.schedule(this::stop, nanos, TimeUnit.NANOSECONDS);
    }

    static Deadline in(long nanos, OrtSession.RunOptions run) {
        return new Deadline(nanos, run);
    }

    private synchronized void stop() {
        if (!isOver) {
            try {
                run.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException("a run of a model cannot be stopped", e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            isOver = true;
        }
        alarm.cancel(false);
    }
}
