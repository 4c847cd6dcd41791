package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends up to two hundred requests a second for random users to random instances until it is closed, and checks the answers.
 */
final class Load implements AutoCloseable {

    private static final int THREADS = 2;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SERVICE_UNAVAILABLE = 503;

    private final List<Asker> instances;
    private final List<String> users;
    private final Map<String, String> right;
    private final Set<Asker> dead = ConcurrentHashMap.newKeySet();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong stale = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile boolean closed;

    /** @param right the list of every user */
    Load(List<Asker> instances, Map<String, String> right) {
        this.instances = new CopyOnWriteArrayList<>(instances);
        this.right = right;
        this.users = List.copyOf(right.keySet());
        for (int seed = 1; seed <= THREADS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            threads.execute(() -> ask(random));
        }
    }

    private void ask(SplittableRandom random) {
        while (!closed) {
            Asker instance = instances.get(random.nextInt(instances.size()));
            String user = users.get(random.nextInt(users.size()));
            if (!dead.contains(instance)) {
                take(instance, user, instance.list(user));
            }
            LockSupport.parkNanos(PAUSE_NS); // a processor for those who answer
        }
    }

    private void take(Asker instance, String user, Asker.Answer answer) {
        if (answer.status() == SERVICE_UNAVAILABLE) {
            unavailable.incrementAndGet();
        } else if (answer.status() == 0 && !closed) {
            Wait.until(
                    Duration.ofSeconds(10),
                    "the kill of an instance that does not answer",
                    () -> dead.contains(instance));
        } else if (answer.status() == 200 && answer.items().equals(right.get(user))) {
            answers.incrementAndGet();
            stale.addAndGet(answer.stale() ? 1 : 0);
        } else if (!closed) {
            wrong.add(user + ": " + answer);
        }
    }

    /** Reports that an instance does not answer. */
    void killed(Asker instance) {
        dead.add(instance);
    }

    /** Tells that an instance may be asked, too. */
    void started(Asker instance) {
        instances.add(instance);
    }

    long answers() {
        return answers.get();
    }

    long unavailable() {
        return unavailable.get();
    }

    long stale() {
        return stale.get();
    }

    /** Answers that are neither the right list nor a request to come again. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    void awaitAnswers(long count, Duration deadline) {
        long before = answers.get();
        Wait.until(deadline, count + " answers", () -> answers.get() >= before + count);
    }

    void awaitUnavailable(long count, Duration deadline) {
        Wait.until(deadline, "a user who is not ready", () -> unavailable.get() >= count);
    }

    void awaitStale(long count, Duration deadline) {
        Wait.until(deadline, "an answer of a copy", () -> stale.get() >= count);
    }

    void assertAnswersAllFromNowOn(long count, Duration deadline) {
        long unavailableBefore = unavailable.get();
        awaitAnswers(count, deadline);
        assertThat(unavailable.get()).isEqualTo(unavailableBefore);
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
