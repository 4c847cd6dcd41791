package dev.kindred.state;

import dev.kindred.vector.Cell;
import dev.kindred.vector.Header;
import java.nio.ByteBuffer;

/**
 * Headers and cells of vectors as bytes. Both begin with the version of the layout; numbers are big endian.
 *
 * <pre>
 * header  version 1 | events 8 | time 8 | affinity squared norm 8 | interest squared norm 8 | recent event 8, repeated
 * cell    version 1 | affinity 8 | touched 8 | interest 8 | as of 8 | clock 8 | types 1
 * </pre>
 */
final class VectorCodec {

    static final byte VERSION = 1;

    private static final int HEADER_BYTES = 1 + 4 * Long.BYTES;
    private static final int CELL_BYTES = 1 + 5 * Long.BYTES + 1;

    private VectorCodec() {}

    static byte[] encode(Header header) {
        long[] recent = header.recentEvents();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + recent.length * Long.BYTES);
        bytes.put(VERSION).putLong(header.events()).putLong(header.timeMs());
        bytes.putDouble(header.affinitySquaredNorm()).putDouble(header.interestSquaredNorm());
        for (long event : recent) {
            bytes.putLong(event);
        }
        return bytes.array();
    }

    static Header decodeHeader(byte[] encoded) {
        ByteBuffer bytes = checked(encoded, "header");
        long events = bytes.getLong();
        long timeMs = bytes.getLong();
        double affinitySquaredNorm = bytes.getDouble();
        double interestSquaredNorm = bytes.getDouble();
        long[] recent = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(recent);
        return new Header(events, timeMs, affinitySquaredNorm, interestSquaredNorm, recent);
    }

    static byte[] encode(Cell cell) {
        return ByteBuffer.allocate(CELL_BYTES)
                .put(VERSION)
                .putDouble(cell.affinity())
                .putLong(cell.touchedMs())
                .putDouble(cell.interest())
                .putLong(cell.asOfMs())
                .putLong(cell.clock())
                .put((byte) cell.types())
                .array();
    }

    static Cell decodeCell(byte[] encoded) {
        ByteBuffer bytes = checked(encoded, "cell");
        return new Cell(
                bytes.getDouble(),
                bytes.getLong(),
                bytes.getDouble(),
                bytes.getLong(),
                bytes.getLong(),
                Byte.toUnsignedInt(bytes.get()));
    }

    private static ByteBuffer checked(byte[] encoded, String what) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        byte version = bytes.get();
        if (version != VERSION) {
            throw new IllegalStateException("this release reads version " + VERSION + " of a stored " + what
                    + ", found version " + version + ": run the release that wrote it, or reset the application");
        }
        return bytes;
    }
}
