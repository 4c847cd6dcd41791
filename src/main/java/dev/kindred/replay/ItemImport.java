package dev.kindred.replay;

import dev.kindred.logs.ItemReader;
import dev.kindred.model.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Sends a file of items to the catalog. Sent again, it changes nothing but when the items were updated. */
public final class ItemImport {

    private final ImportSettings settings;
    private final ItemProducer producer;
    private final Clock clock;

    /**
     * An import that uses, and does not close, a producer.
     *
     * @param clock tells the time of items that do not tell when they were updated
     */
    public ItemImport(ImportSettings settings, ItemProducer producer, Clock clock) {
        this.settings = settings;
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Runs to the end of the file, with a progress bar on stderr; an interrupt ends it early and in good order.
     *
     * @throws IOException if the file cannot be read, or is in no known form
     * @throws SendFailedException if an item cannot be sent; its position is the number of lines to skip in order to go on
     */
    public ReplayReport run() throws IOException {
        Path file = settings.file();
        try (ItemReader items = ItemReader.open(file, clock.millis())) {
            return new Transfer<>(settings.extent(), producer, this::send)
                    .run(String.valueOf(file.getFileName()), items);
        }
    }

    private void send(long position, Item item) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        producer.put(position, item);
    }
}
