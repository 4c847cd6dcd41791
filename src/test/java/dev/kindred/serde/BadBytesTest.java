package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.kindred.testing.RandomTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class BadBytesTest {

    private static final int HUGE = Integer.MAX_VALUE - 8; // as long as an array can be

    private final AvroSerdes serdes = new AvroSerdes(SerdeSettings.bundled());

    @AutoClose
    private final KindredAvroDeserializer deserializer = specific();

    @Test
    void tooShort() {
        assertThatReading(new byte[0]).hasMessageContaining("at least 5 bytes").hasMessageContaining("got 0");
        assertThatReading(new byte[4]).hasMessageContaining("at least 5 bytes").hasMessageContaining("got 4");
    }

    @Test
    void wrongMagicByte() {
        assertThatReading("{\"userId\":\"ann\"}".getBytes(StandardCharsets.UTF_8))
                .hasMessageContaining("must start with byte 0, got 123");
    }

    @Test
    void unknownSchemaId() {
        assertThatReading(record(99)).hasMessageContaining("schema id 99 is not one of the bundled [1, 2, 3, 4, 5");
        assertThatReading(record(-1)).hasMessageContaining("schema id -1 is not");
    }

    @Test
    void truncatedAnywhere() {
        byte[] whole = serdes.recommendationsSerializer().serialize("any", Samples.RECOMMENDATIONS);

        for (int length = 0; length < whole.length; length++) {
            assertThatReading(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void trailingBytes() {
        byte[] whole = serdes.affinitySerializer().serialize("any", Samples.AFFINITY);

        assertThatReading(Arrays.copyOf(whole, whole.length + 1)).hasMessageContaining("followed by further bytes");
    }

    @Test
    void hostileLengthOfAString() {
        byte[] hostile = record(1, HUGE);

        assertThat(allocatedBytes(() -> assertThatReading(hostile))).isLessThan(1 << 20);
    }

    @Test
    void negativeLengthOfAString() {
        assertThatReading(record(1, -1));
        assertThatReading(record(1, Long.MIN_VALUE));
    }

    @Test
    void hostileCountOfItems() {
        byte[] hostile = record(3, 0, HUGE); // an empty user id, then the count of the first block of items

        assertThat(allocatedBytes(() -> assertThatReading(hostile))).isLessThan(1 << 20);
    }

    @Test
    void enumSymbolOutOfRange() {
        assertThatReading(record(1, 0, 0, 99));
        assertThatReading(record(1, 0, 0, -1));
    }

    @RandomTest
    void anyDamageIsReportedAsABadRecordOrChangesAValue(RandomGenerator random) {
        byte[] whole = serdes.recommendationsSerializer().serialize("any", Samples.recommendations(random));

        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                serdes.recommendationsDeserializer().deserialize("any", damaged);
            } catch (SerializationException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void readsOnAfterABadRecord() {
        byte[] good = serdes.affinitySerializer().serialize("any", Samples.AFFINITY);

        assertThatReading(Arrays.copyOf(good, good.length - 1));

        assertThat(deserializer.deserialize("any", good)).isEqualTo(AffinityMapping.toAvro(Samples.AFFINITY));
    }

    private AbstractThrowableAssert<?, ?> assertThatReading(byte[] bytes) {
        return assertThatThrownBy(() -> deserializer.deserialize("any", bytes))
                .isInstanceOf(SerializationException.class);
    }

    /** The memory that this thread takes for an action, once the action has been warmed up. */
    private static long allocatedBytes(Runnable action) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        action.run();
        long before = thread.getCurrentThreadAllocatedBytes();
        action.run();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] record(int schemaId, long... numbers) {
        ByteArraySink header = new ByteArraySink();
        WireFormat.writeHeader(schemaId, header);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.toByteArray());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            for (long number : numbers) {
                encoder.writeLong(number);
            }
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static KindredAvroDeserializer specific() {
        KindredAvroDeserializer deserializer = new KindredAvroDeserializer();
        deserializer.configure(Map.of("specific.avro.reader", "true"), false);
        return deserializer;
    }
}
