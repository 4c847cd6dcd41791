package dev.kindred.cli;

import dev.kindred.model.ErasureReceipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;

/**
 * Finds the records from before an erasure that still name the user. Time alone removes those of some topics, and the receipt
 * says when; from compacted ones the log cleaner removes them, if a later record has the same key.
 *
 * <p>Records of a partition must come in their order. Records that are newer than the request belong to a user who came back.
 */
final class ErasureCheck {

    private final ErasureReceipt receipt;
    private final Predicate<ConsumerRecord<byte[], byte[]>> names;
    private final Set<String> compacted;
    private final long nowMs;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Place, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>(); // of compacted topics
    private long newer;

    private record Place(String topic, int partition, Bytes key) {}

    /** Why a record is still there, and whether that is right. */
    enum State {
        /** Time removes it by a date. */
        WAITS_FOR_TIME,
        /** The topic keeps its records for ever. */
        KEPT_FOR_EVER,
        /** The log cleaner removes it: a later record has its key, or it is a tombstone. */
        WAITS_FOR_CLEANER,
        /** The date is over, or nothing tells the log cleaner to remove it. */
        OVERDUE
    }

    /**
     * A record that names the user.
     *
     * @param goneByMs when it must be gone, in epoch milliseconds; {@link ErasureReceipt#NEVER} where no date is known
     */
    record Finding(String topic, int partition, long offset, State state, long goneByMs) {}

    /**
     * A check.
     *
     * @param names whether a record names the user
     * @param compacted the names of the compacted topics
     */
    ErasureCheck(
            ErasureReceipt receipt,
            Predicate<ConsumerRecord<byte[], byte[]>> names,
            Set<String> compacted,
            long nowMs) {
        this.receipt = receipt;
        this.names = names;
        this.compacted = compacted;
        this.nowMs = nowMs;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        if (!names.test(record)) {
            return;
        }
        if (compacted.contains(record.topic()) && record.key() != null) {
            Place place = new Place(record.topic(), record.partition(), Bytes.wrap(record.key()));
            ConsumerRecord<byte[], byte[]> former = newest.put(place, record);
            if (former != null && isFromBefore(former)) {
                findings.add(finding(former, State.WAITS_FOR_CLEANER, ErasureReceipt.NEVER));
            }
        } else if (isFromBefore(record)) {
            findings.add(judged(record));
        } else {
            newer++;
        }
    }

    private boolean isFromBefore(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() <= receipt.requestedMs();
    }

    private Finding judged(ConsumerRecord<byte[], byte[]> record) {
        long goneByMs = receipt.goneByMs().getOrDefault(record.topic(), ErasureReceipt.NEVER);
        if (goneByMs == ErasureReceipt.NEVER) {
            return finding(record, State.KEPT_FOR_EVER, goneByMs);
        }
        return finding(record, goneByMs < nowMs ? State.OVERDUE : State.WAITS_FOR_TIME, goneByMs);
    }

    private static Finding finding(ConsumerRecord<byte[], byte[]> record, State state, long goneByMs) {
        return new Finding(record.topic(), record.partition(), record.offset(), state, goneByMs);
    }

    /** All that was found. Call it once, after the last record. */
    List<Finding> findings() {
        for (ConsumerRecord<byte[], byte[]> last : newest.values()) {
            if (last.value() == null) {
                findings.add(finding(last, State.WAITS_FOR_CLEANER, ErasureReceipt.NEVER));
            } else if (isFromBefore(last)) {
                findings.add(finding(last, State.OVERDUE, ErasureReceipt.NEVER));
            } else {
                newer++;
            }
        }
        return List.copyOf(findings);
    }

    /** How many records are of the time after the request. */
    long newer() {
        return newer;
    }
}
