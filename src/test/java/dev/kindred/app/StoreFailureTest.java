package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

final class StoreFailureTest {

    private static final Path STORES = Path.of("/state", "kindred");

    private static RocksDBException corruption() {
        return new RocksDBException(
                "block checksum mismatch", new Status(Status.Code.Corruption, Status.SubCode.None, null));
    }

    private static StoreFailure in(Throwable failure) {
        return StoreFailure.in(failure, STORES).orElseThrow();
    }

    @Test
    void findsTheTaskOfAStoreThatCannotBeOpened() {
        StoreFailure failure = in(new ProcessorStateException(
                "Error opening store user-vectors at location /state/kindred/1_0/rocksdb/user-vectors", corruption()));

        assertThat(failure.broken()).contains(STORES.resolve("1_0"));
        assertThat(failure.sentence())
                .isEqualTo(
                        "the local stores in /state/kindred/1_0 are corrupt (block checksum mismatch): start once with"
                                + " state.recover=true, which deletes them and restores them from Kafka");
    }

    @Test
    void findsTheTaskOfAStoreThatCannotBeRead() {
        StreamsException failure = new StreamsException(
                "processing failed",
                new ProcessorStateException("Error while getting value from store user-vectors", corruption()),
                new TaskId(1, 7));

        assertThat(in(failure).broken()).contains(STORES.resolve("1_7"));
    }

    @Test
    void deletesAllWhereTheTaskIsUnknown() {
        assertThat(in(new ProcessorStateException("Error while executing flush", corruption()))
                        .broken())
                .contains(STORES);
    }

    @Test
    void neverLeavesTheDirectoryOfTheApplication() {
        StoreFailure failure =
                in(new ProcessorStateException("Error opening store x at location /etc/passwd", corruption()));

        assertThat(failure.broken()).contains(STORES);
    }

    @Test
    void namesAFullDisk() {
        StoreFailure failure = in(new ProcessorStateException(
                "flush failed", new IOException("While appending: No space left on device")));

        assertThat(failure.broken()).isEmpty();
        assertThat(failure.sentence()).startsWith("the disk of /state/kindred is full: free space");
    }

    @Test
    void deletesNothingForAnotherReason() {
        StoreFailure failure = in(new ProcessorStateException(
                "Error opening store x at location /state/kindred/1_0/rocksdb/x",
                new RocksDBException("While lock file: Resource temporarily unavailable")));

        assertThat(failure.broken()).isEmpty();
        assertThat(failure.sentence()).contains("no other process uses the directory");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(StoreFailure.in(new IllegalStateException("No such file or directory"), STORES))
                .isEmpty();
    }
}
