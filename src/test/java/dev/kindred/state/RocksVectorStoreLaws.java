package dev.kindred.state;

import dev.kindred.testing.ByteStores;
import dev.kindred.vector.VectorStore;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The laws on a real RocksDB. */
abstract class RocksVectorStoreLaws extends VectorStoreLaws {

    @TempDir
    Path directory;

    @AutoClose
    KeyValueStore<Bytes, byte[]> bytes;

    private VectorStore store;

    @BeforeEach
    void open() {
        bytes = ByteStores.onRocksDb(directory);
        store = around(new KafkaVectorStore(bytes, SETTINGS, dictionary));
    }

    /** Creates the store under test on top of RocksDB. */
    abstract VectorStore around(VectorStore kafka);

    @Override
    VectorStore store() {
        return store;
    }
}
