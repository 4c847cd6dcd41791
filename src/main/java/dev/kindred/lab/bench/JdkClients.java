package dev.kindred.lab.bench;

import dev.kindred.net.Clients;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Clients in this process, each with a thread and a connection of the JDK's HTTP client. They compete with the server
 * for the processors.
 *
 * <p>With a rate, requests are due evenly spread, independent of earlier requests (open loop), so a slow answer counts
 * together with the waiting time that it causes. Without a rate, each client sends the next request as soon as it has
 * its answer (closed loop). Source: G. Tene, <em>How NOT to Measure Latency</em> (2013), on coordinated omission.
 */
final class JdkClients implements LoadGenerator {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long LONGEST_NS = Duration.ofMinutes(1).toNanos();
    private static final double UNPACED = Double.POSITIVE_INFINITY;

    private final int connections;
    private final double rate; // requests per second, of all clients together

    private JdkClients(int connections, double rate) {
        this.connections = connections;
        this.rate = rate;
    }

    /** Each client sends its next request when it has an answer. */
    static JdkClients unpaced(int connections) {
        return new JdkClients(connections, UNPACED);
    }

    /**
     * Together the clients send this many requests per second; the time of an answer starts when its request was due.
     * The first third of the time warms up.
     *
     * @param connections enough for all requests that wait at the same time; else they wait in the client, which counts
     *     as well
     */
    static JdkClients paced(int connections, double rate) {
        return new JdkClients(connections, rate);
    }

    @Override
    public String name() {
        return "the JDK's client";
    }

    @Override
    public Load measure(URI server, List<String> paths, Duration duration) throws IOException, InterruptedException {
        Turn turn = new Turn(server, paths, duration);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Histogram>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                SplittableRandom random = new SplittableRandom(i);
                clients.add(threads.submit(() -> turn.ask(random)));
            }
            Histogram all = new Histogram(LONGEST_NS, 3);
            for (Future<Histogram> client : clients) {
                all.add(client.get());
            }
            return Load.of(all, (System.nanoTime() - turn.countFromNs) / 1e9, turn.errors.get());
        } catch (ExecutionException e) {
            throw new IOException("cannot reach " + server, e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** One measurement, which all clients share. */
    private final class Turn {

        private final HttpClient http = Clients.builder(TIMEOUT).build();
        private final List<HttpRequest> requests;
        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong errors = new AtomicLong();
        private final long startNs = System.nanoTime();
        private final long endNs;
        private final long countFromNs; // earlier requests do not count

        Turn(URI server, List<String> paths, Duration duration) {
            this.requests = paths.stream()
                    .map(path -> HttpRequest.newBuilder(server.resolve(path))
                            .timeout(TIMEOUT)
                            .build())
                    .toList();
            this.endNs = startNs + duration.toNanos();
            this.countFromNs = rate == UNPACED ? startNs : startNs + duration.toNanos() / 3;
        }

        Histogram ask(SplittableRandom random) throws ConnectException, InterruptedException {
            Histogram nanos = new Histogram(LONGEST_NS, 3);
            for (long dueNs = nextNs(); dueNs < endNs; dueNs = nextNs()) {
                await(dueNs);
                boolean answered = isAnswered(requests.get(random.nextInt(requests.size())));
                if (!answered) {
                    errors.incrementAndGet(); // during the warm-up too: no error is acceptable
                } else if (dueNs >= countFromNs) {
                    nanos.recordValue(Math.min(System.nanoTime() - dueNs, LONGEST_NS));
                }
            }
            return nanos;
        }

        private long nextNs() {
            return rate == UNPACED ? System.nanoTime() : startNs + (long) (taken.getAndIncrement() / rate * 1e9);
        }

        private boolean isAnswered(HttpRequest request) throws ConnectException, InterruptedException {
            try {
                return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
            } catch (ConnectException e) { // no server listens there
                throw e;
            } catch (IOException e) {
                return false;
            }
        }

        private static void await(long dueNs) {
            for (long waitNs = dueNs - System.nanoTime(); waitNs > 0; waitNs = dueNs - System.nanoTime()) {
                LockSupport.parkNanos(waitNs);
            }
        }
    }
}
