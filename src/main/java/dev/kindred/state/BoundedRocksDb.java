package dev.kindred.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write-buffer budget for all RocksDB stores of the process, so that memory does not grow with
 * the number of partitions. The first opened store sets the size for the life of the process.
 *
 * <p>Files are written anew when they are a day old: a deleted key stays in older files until these are compacted with the
 * deletion, and without a limit RocksDB may never do so. Kafka Streams offers no compaction of a range.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** The configuration key of the memory limit of all stores together, in bytes. */
    public static final String BYTES_CONFIG = "kindred.rocksdb.bytes";

    /** The configuration key of the age, in seconds, at which files are written anew, without what was deleted. */
    static final String REWRITE_CONFIG = "kindred.rocksdb.rewrite.s";

    private static final long DAY_S = 24 * 60 * 60;
    private static final long DEFAULT_BYTES = 256L << 20;
    private static final double WRITE_BUFFER_SHARE = 0.5;

    private static @Nullable Cache cache;
    private static @Nullable WriteBufferManager writeBuffers;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        open(Long.parseLong(String.valueOf(configs.getOrDefault(BYTES_CONFIG, DEFAULT_BYTES))));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(writeBuffers);
        options.setPeriodicCompactionSeconds(
                Long.parseLong(String.valueOf(configs.getOrDefault(REWRITE_CONFIG, DAY_S))));
    }

    private static synchronized void open(long bytes) {
        if (cache == null) {
            cache = new LRUCache(bytes);
            writeBuffers = new WriteBufferManager((long) (bytes * WRITE_BUFFER_SHARE), cache);
        }
    }

    @Override
    public void close(String storeName, Options options) {
        // cache and write buffers are shared and live as long as the process
    }
}
