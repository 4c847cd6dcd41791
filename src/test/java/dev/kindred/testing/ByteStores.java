package dev.kindred.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores of bytes, opened as Kafka Streams does it. */
public final class ByteStores {

    private static final String NAME = "store";

    private ByteStores() {}

    /** On RocksDB in a directory. */
    public static KeyValueStore<Bytes, byte[]> onRocksDb(Path directory) {
        return open(Stores.persistentKeyValueStore(NAME), directory.toFile());
    }

    /** In memory, and gone with it. */
    public static KeyValueStore<Bytes, byte[]> inMemory() {
        return open(Stores.inMemoryKeyValueStore(NAME), new File("unused"));
    }

    private static KeyValueStore<Bytes, byte[]> open(KeyValueBytesStoreSupplier supplier, File directory) {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory);
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
