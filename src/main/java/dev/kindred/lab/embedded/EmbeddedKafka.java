package dev.kindred.lab.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker, its own KRaft controller, in this process: for demos, development and tests.
 *
 * <p>It listens on the loopback interface only, without authentication unless its settings say otherwise, keeps one copy
 * of everything, and does not create topics by itself. Any Kafka client can use it. The caller closes it; the temporary
 * directory of a killed process remains.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final DataDirectory directory;
    private final Ports ports;
    private final KafkaRaftServer server;
    private boolean closed;

    private EmbeddedKafka(DataDirectory directory, Ports ports, KafkaRaftServer server) {
        this.directory = directory;
        this.ports = ports;
        this.server = server;
    }

    /**
     * Starts a broker and returns when clients can connect.
     *
     * @throws IllegalStateException if the port is busy, if another broker uses the directory, or if the directory
     *     cannot be used; the message states the remedy
     */
    public static EmbeddedKafka start(EmbeddedKafkaSettings settings) {
        long startedNs = System.nanoTime();
        DataDirectory directory = DataDirectory.open(settings.directory());
        try {
            Ports ports = Ports.free(settings.port());
            EmbeddedKafka kafka = new EmbeddedKafka(
                    directory, ports, startServer(ports, directory.logDirectory(), settings.properties()));
            log.info(
                    "Started an embedded Kafka for development at {} in {} ms; its data {}",
                    kafka.bootstrapServers(),
                    (System.nanoTime() - startedNs) / 1_000_000,
                    directory.isTemporary() ? "are deleted when it stops" : "stay in " + directory.logDirectory());
            return kafka;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static KafkaRaftServer startServer(Ports ports, Path logDirectory, Map<String, String> more) {
        formatOnce(logDirectory);
        Map<String, String> properties = BrokerProperties.of(ports, logDirectory, more);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            stop(server);
            throw new IllegalStateException(
                    "The embedded Kafka did not start with the data in " + logDirectory
                            + ": the cause states why; choose another directory to start afresh.",
                    e);
        }
    }

    /** Writes the cluster id into a new directory; an existing directory keeps its id, and with it all topics. */
    private static void formatOnce(Path logDirectory) {
        if (Files.exists(logDirectory.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setHasDynamicQuorum(false)
                    .setDirectories(List.of(logDirectory.toString()))
                    .setMetadataLogDirectory(logDirectory.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Cannot prepare " + logDirectory + " for the embedded Kafka: choose another directory.", e);
        }
    }

    /** The address for clients, as their setting {@code bootstrap.servers} expects it. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + ports.broker();
    }

    /** The port that clients connect to; never 0. */
    public int port() {
        return ports.broker();
    }

    /** The directory of the data; for tests. */
    Path logDirectory() {
        return directory.logDirectory();
    }

    /** Stops the broker gracefully and releases its directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (directory) {
            stop(server);
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }
}
