package dev.kindred.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.RandomTest;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacementTest {

    private final Placement placement = new Placement(8);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The hashes are those of Kafka's own tests of murmur2; the partition is the hash's lowest three bits. */
    @ParameterizedTest
    @CsvSource({
        "21, -973932308",
        "foobar, -790332482",
        "a-little-bit-long-string, -985981536",
        "a-little-bit-longer-string, -1486304829",
        "abc, 479470107",
    })
    void putsUsersWhereKafkasDefaultPartitionerDoes(String user, int murmur2) {
        assertThat(placement.partitionOf(user)).isEqualTo(murmur2 & 7);
    }

    @RandomTest
    void agreesWithKafkasPartitionerForAnyNumberOfPartitions(RandomGenerator random) {
        String user = "user-" + random.nextInt() + "-é猫";
        int partitions = random.nextInt(1, 1000);

        int partition = new Placement(partitions).partitionOf(user);

        assertThat(partition).isEqualTo(BuiltInPartitioner.partitionForKey(bytes(user), partitions));
    }

    @Test
    void aRecordUnderItsUserInTheUsersPartitionIsInPlace() {
        int partition = placement.partitionOf("ann");

        assertThat(placement.isInPlace(bytes("ann"), "ann", partition)).isTrue();
    }

    @Test
    void aRecordWithoutAKeyIsNotInPlace() {
        int partition = placement.partitionOf("ann");

        assertThat(placement.isInPlace(null, "ann", partition)).isFalse();
    }

    @Test
    void aRecordUnderAnotherKeyIsNotInPlace() {
        int partition = placement.partitionOf("ann");

        assertThat(placement.isInPlace(bytes("session-1"), "ann", partition)).isFalse();
        assertThat(placement.isInPlace(new byte[0], "ann", partition)).isFalse();
    }

    @Test
    void aRecordInAnotherPartitionIsNotInPlace() {
        int elsewhere = (placement.partitionOf("ann") + 1) % 8;

        assertThat(placement.isInPlace(bytes("ann"), "ann", elsewhere)).isFalse();
    }

    @Test
    void needsAPartition() {
        assertThatThrownBy(() -> new Placement(0)).hasMessage("partitions must be positive, got 0");
    }
}
