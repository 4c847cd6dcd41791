package dev.kindred.state;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Stored sums: layout 1, then a long for each sum, big endian. */
public final class SumsCodec {

    private static final byte LAYOUT = 1;

    private SumsCodec() {}

    /** The bytes of sums. */
    public static byte[] encode(long[] sums) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + sums.length * Long.BYTES).put(LAYOUT);
        bytes.asLongBuffer().put(sums);
        return bytes.array();
    }

    /**
     * The sums of some bytes.
     *
     * @throws IllegalArgumentException if the bytes are of another layout, or cut off
     */
    public static long[] decode(byte[] bytes) {
        if (bytes.length % Long.BYTES != 1 || bytes[0] != LAYOUT) {
            throw new IllegalArgumentException("stored sums must have layout " + LAYOUT + " and whole numbers, got "
                    + bytes.length + " bytes: " + Arrays.toString(Arrays.copyOf(bytes, 9)));
        }
        long[] sums = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes, 1, bytes.length - 1).asLongBuffer().get(sums);
        return sums;
    }
}
