package dev.kindred.testing;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import java.nio.file.Path;
import java.util.Optional;

/** A broker that goes away and comes back, at the same port and with the same data. */
public final class RestartableKafka implements AutoCloseable {

    private final Path directory;
    private EmbeddedKafka broker;
    private UnusedPort port = UnusedPort.any(); // of the broker while it is away

    /** A running broker with its data in a directory. */
    public RestartableKafka(Path directory) {
        this.directory = directory;
        this.broker = EmbeddedKafka.start(EmbeddedKafkaSettings.in(directory));
    }

    /** The broker; it answers unless it was stopped. */
    public EmbeddedKafka broker() {
        return broker;
    }

    /** Stops the broker and reserves its port; connections are refused. */
    public void stop() {
        broker.close();
        port.close();
        port = UnusedPort.of(broker.port());
    }

    /** Starts the broker that was stopped. */
    public void restart() {
        port.close();
        broker = EmbeddedKafka.start(new EmbeddedKafkaSettings(Optional.of(directory), broker.port()));
    }

    @Override
    public void close() {
        broker.close();
        port.close();
    }
}
