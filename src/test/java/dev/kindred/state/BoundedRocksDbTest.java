package dev.kindred.state;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoundedRocksDbTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String ID = "customer-0815";

    @TempDir
    Path directory;

    private KeyValueStore<Bytes, byte[]> open() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.REWRITE_CONFIG, "1");
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("store"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(properties, new TaskId(0, 0), directory.toFile());
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    /** Writes what is in memory to the files when it ends. */
    private record Opened(KeyValueStore<Bytes, byte[]> store) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    private static Bytes key(int number) {
        return Bytes.wrap((ID + number).getBytes(UTF_8));
    }

    private boolean filesHaveTheId() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).anyMatch(BoundedRocksDbTest::hasTheId);
        } catch (IOException | UncheckedIOException e) {
            return true; // a file went away: look again
        }
    }

    private static boolean hasTheId(Path file) {
        try {
            return Files.readString(file, ISO_8859_1).contains(ID);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void deletedKeysLeaveTheFiles() {
        try (var opened = new Opened(open())) {
            KeyValueStore<Bytes, byte[]> store = opened.store();
            store.put(key(1), new byte[] {1});
            store.put(Bytes.wrap("other".getBytes(UTF_8)), new byte[] {1});
        }
        assertThat(filesHaveTheId()).isTrue();
        try (var opened = new Opened(open())) {
            KeyValueStore<Bytes, byte[]> store = opened.store();
            store.delete(key(1));
        }

        Wait.until(DEADLINE, "files without the deleted key", () -> {
            open().close(); // looks for files that are old enough
            return !filesHaveTheId();
        });
    }
}
