package dev.kindred.replay;

import dev.kindred.logs.LogReader;
import dev.kindred.model.Interaction;
import java.io.IOException;

/** Sends a recorded log to the stream. */
public final class Replay {

    private final ReplaySettings settings;
    private final EventProducer producer;
    private final Pace pace;

    /** A replay that uses, and does not close, a producer. */
    public Replay(ReplaySettings settings, EventProducer producer, Pace pace) {
        this.settings = settings;
        this.producer = producer;
        this.pace = pace;
    }

    /**
     * Runs to the end of the log, with a progress bar on stderr; an interrupt ends it early and in good order.
     *
     * @throws IOException if the log cannot be read
     * @throws SendFailedException if an event cannot be sent; its position is the number of lines to skip in order to go on
     */
    public ReplayReport run() throws IOException {
        try (LogReader log = LogReader.open(settings.file(), settings.format())) {
            return new Transfer<>(settings.extent(), producer, this::send)
                    .run(String.valueOf(settings.file().getFileName()), log);
        }
    }

    private void send(long position, Interaction event) throws InterruptedException {
        pace.await(event);
        producer.send(position, event);
    }
}
