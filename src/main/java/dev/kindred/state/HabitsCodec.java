package dev.kindred.state;

import dev.kindred.model.InteractionType;
import dev.kindred.vector.EventCounts;
import dev.kindred.vector.Habits;
import dev.kindred.vector.Histogram;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Encodes habits in few bytes, since every event writes them: an absent type, hour or weekday takes one bit. A varint
 * has seven bits per byte, lowest first; the highest bit is set if more bytes follow.
 *
 * <pre>
 * types seen 1 | count of each type seen varint
 *   | sessions varint | first event, time before the latest varint
 *   | hours seen 3 | count of each hour seen 1 | weekdays seen 1 | count of each weekday seen 1
 *   | purchases with an amount varint | if any: amount paid 8
 * </pre>
 *
 * "Seen" fields have one bit per value, lowest byte first: bit 0 of the hours is the hour after midnight, bit 0 of the
 * weekdays is Monday. Without a session there is no event, and the time of the first is 0.
 */
final class HabitsCodec {

    private static final InteractionType[] TYPES = InteractionType.values();
    private static final int MAX_VARINT_BYTES = 10; // in bytes
    private static final int MAX_BYTES = 1
            + TYPES.length * MAX_VARINT_BYTES
            + 2 * MAX_VARINT_BYTES
            + Habits.HOURS / Byte.SIZE
            + Habits.HOURS
            + 1
            + Habits.WEEKDAYS
            + MAX_VARINT_BYTES
            + Double.BYTES;

    private HabitsCodec() {}

    /** @param latestMs the time of the latest event, which is stored elsewhere */
    static byte[] encode(Habits habits, long latestMs) {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        putCounts(bytes, habits.events());
        ByteUtils.writeUnsignedVarlong(habits.sessions(), bytes);
        ByteUtils.writeUnsignedVarlong(habits.sessions() == 0 ? 0 : latestMs - habits.firstEventMs(), bytes);
        putHistogram(bytes, habits.hours());
        putHistogram(bytes, habits.weekdays());
        ByteUtils.writeUnsignedVarlong(habits.paidPurchases(), bytes);
        if (habits.paidPurchases() > 0) {
            bytes.putDouble(habits.spent());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static Habits decode(ByteBuffer bytes, long latestMs) {
        EventCounts events = counts(bytes);
        long sessions = varint(bytes);
        long sinceFirstMs = varint(bytes);
        Histogram hours = histogram(bytes, Habits.HOURS);
        Histogram weekdays = histogram(bytes, Habits.WEEKDAYS);
        long paidPurchases = varint(bytes);
        double spent = paidPurchases > 0 ? bytes.getDouble() : 0;
        long firstEventMs = sessions == 0 ? Habits.NONE.firstEventMs() : latestMs - sinceFirstMs;
        return new Habits(firstEventMs, sessions, events, hours, weekdays, paidPurchases, spent);
    }

    private static void putCounts(ByteBuffer bytes, EventCounts events) {
        int seen = 0;
        for (InteractionType type : TYPES) {
            seen |= events.of(type) > 0 ? type.bit() : 0;
        }
        bytes.put((byte) seen);
        for (InteractionType type : TYPES) {
            if (type.isIn(seen)) {
                ByteUtils.writeUnsignedVarlong(events.of(type), bytes);
            }
        }
    }

    private static EventCounts counts(ByteBuffer bytes) {
        int seen = bytes.get();
        return EventCounts.of(type -> type.isIn(seen) ? varint(bytes) : 0);
    }

    private static void putHistogram(ByteBuffer bytes, Histogram histogram) {
        int seen = 0;
        for (int i = 0; i < histogram.size(); i++) {
            seen |= histogram.count(i) > 0 ? 1 << i : 0;
        }
        for (int shift = 0; shift < histogram.size(); shift += Byte.SIZE) {
            bytes.put((byte) (seen >> shift));
        }
        for (int i = 0; i < histogram.size(); i++) {
            if (histogram.count(i) > 0) {
                bytes.put((byte) histogram.count(i));
            }
        }
    }

    private static Histogram histogram(ByteBuffer bytes, int size) {
        int seen = 0;
        for (int shift = 0; shift < size; shift += Byte.SIZE) {
            seen |= Byte.toUnsignedInt(bytes.get()) << shift;
        }
        byte[] counts = new byte[size];
        for (int i = 0; i < size; i++) {
            if (((seen >> i) & 1) != 0) {
                counts[i] = bytes.get();
            }
        }
        return Histogram.wrap(counts);
    }

    /** Reads the output of {@code writeUnsignedVarlong}; Kafka's reader is not public. */
    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
