package dev.kindred.http;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs a limited number of tasks at a time, the first ones in the thread that brings them. The others wait for their turn
 * without a thread, so that the pool keeps threads for work that must not wait.
 */
final class Turns implements Executor {

    private final int most;
    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running; // at most `most`; tasks wait only while it is `most`

    /**
     * Turns.
     *
     * @param most how many tasks may run at a time, positive
     * @param threads run the tasks that had to wait
     */
    Turns(int most, Executor threads) {
        this.most = most;
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        if (mayRun(task)) {
            run(task);
        }
    }

    private synchronized boolean mayRun(Runnable task) {
        if (running == most) {
            waiting.add(task);
            return false;
        }
        running++;
        return true;
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            next().ifPresent(following -> threads.execute(() -> run(following)));
        }
    }

    private synchronized Optional<Runnable> next() {
        Optional<Runnable> next = Optional.ofNullable(waiting.poll());
        if (next.isEmpty()) {
            running--;
        }
        return next;
    }
}
