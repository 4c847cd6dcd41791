package dev.kindred.state;

import dev.kindred.similarity.SimilarityRowStore;
import dev.kindred.testing.ByteStores;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The laws on a real RocksDB. */
abstract class RocksSimilarityRowStoreLaws extends SimilarityRowStoreLaws {

    @TempDir
    Path directory;

    @AutoClose
    KeyValueStore<Bytes, byte[]> bytes;

    private SimilarityRowStore store;

    @BeforeEach
    void open() {
        bytes = ByteStores.onRocksDb(directory);
        store = around(new KafkaSimilarityRowStore(bytes));
    }

    /** Creates the store under test on top of RocksDB. */
    abstract SimilarityRowStore around(SimilarityRowStore kafka);

    @Override
    SimilarityRowStore store() {
        return store;
    }
}
