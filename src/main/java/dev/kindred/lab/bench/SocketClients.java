package dev.kindred.lab.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * Clients of our own, each with a thread and a connection. They take time from the server beside them, but little: less
 * than an HTTP client that can do more.
 */
final class SocketClients implements LoadGenerator {

    private static final long LONGEST_NS = Duration.ofMinutes(1).toNanos();

    private final int connections;
    private final Function<Duration, Schedule> schedule;

    private SocketClients(int connections, Function<Duration, Schedule> schedule) {
        this.connections = connections;
        this.schedule = schedule;
    }

    /** Each client asks as fast as it is answered. */
    static SocketClients unpaced(int connections) {
        return new SocketClients(connections, Schedule::closedLoop);
    }

    /**
     * Together they ask so many requests per second; an answer's time is counted from when its request was due.
     *
     * @param connections enough for all requests that are waiting at a time, else they wait in the client, which counts
     *     as well
     */
    static SocketClients paced(int connections, double rate) {
        return new SocketClients(connections, duration -> Schedule.openLoop(rate, duration));
    }

    @Override
    public String name() {
        return "own client";
    }

    @Override
    public Load measure(URI server, List<String> paths, Duration duration) throws IOException, InterruptedException {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                clients.add(new Client(KeepAlive.open(server), paths, new SplittableRandom(i)));
            }
            return run(clients, schedule.apply(duration));
        } finally {
            clients.forEach(Client::close);
        }
    }

    private static Load run(List<Client> clients, Schedule schedule) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Client client : clients) {
            Thread thread = new Thread(() -> client.ask(schedule), "load");
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - schedule.countFromNs()) / 1e9;
        Histogram all = new Histogram(LONGEST_NS, 3);
        clients.forEach(client -> all.add(client.nanos));
        long errors = clients.stream().mapToLong(client -> client.errors).sum();
        return Load.of(all, seconds, errors);
    }

    private static final class Client implements AutoCloseable {

        private final KeepAlive connection;
        private final List<String> paths;
        private final SplittableRandom random;
        private final Histogram nanos = new Histogram(LONGEST_NS, 3);
        private long errors;

        Client(KeepAlive connection, List<String> paths, SplittableRandom random) {
            this.connection = connection;
            this.paths = paths;
            this.random = random;
        }

        void ask(Schedule schedule) {
            for (long dueNs = schedule.nextNs(); dueNs != Schedule.OVER; dueNs = schedule.nextNs()) {
                await(dueNs);
                boolean answered = isAnswered(paths.get(random.nextInt(paths.size())));
                if (!answered) {
                    errors++; // also while it warms up: there must be none
                } else if (dueNs >= schedule.countFromNs()) {
                    nanos.recordValue(Math.min(System.nanoTime() - dueNs, LONGEST_NS));
                }
            }
        }

        private static void await(long dueNs) {
            for (long waitNs = dueNs - System.nanoTime(); waitNs > 0; waitNs = dueNs - System.nanoTime()) {
                LockSupport.parkNanos(waitNs);
            }
        }

        private boolean isAnswered(String path) {
            try {
                return connection.get(path) / 100 == 2;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
