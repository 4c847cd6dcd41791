package dev.kindred.state;

import dev.kindred.vector.Cell;
import dev.kindred.vector.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Headers and cells of vectors as bytes. Both begin with the version of the layout; numbers are big endian.
 *
 * <pre>
 * header  version 1 | events 8 | clock 8 | time 8 | affinity squared norm 8
 *         | interest squared norm 8 | recent events, how many 4 | recent event 8, repeated
 *         | journal, if any: item length 4, item | cell length 4, cell | evicted item length 4, evicted item
 * cell    version 1 | affinity 8 | touched 8 | interest 8 | as of 8 | clock 8 | types 1
 * </pre>
 */
final class VectorCodec {

    static final byte VERSION = 2;

    private static final int HEADER_BYTES = 1 + 5 * Long.BYTES + Integer.BYTES; // up to the recent events
    private static final byte[] NOTHING = new byte[0];
    private static final int CELL_BYTES = 1 + 5 * Long.BYTES + 1;

    private VectorCodec() {}

    static byte[] encode(Header header, Optional<Journal> journal) {
        long[] recent = header.recentEvents();
        byte[] tail = journal.map(VectorCodec::encode).orElse(NOTHING);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + recent.length * Long.BYTES + tail.length);
        bytes.put(VERSION).putLong(header.events()).putLong(header.clock()).putLong(header.timeMs());
        bytes.putDouble(header.affinitySquaredNorm()).putDouble(header.interestSquaredNorm());
        bytes.putInt(recent.length);
        for (long event : recent) {
            bytes.putLong(event);
        }
        return bytes.put(tail).array();
    }

    private static byte[] encode(Journal journal) {
        byte[] item = journal.itemId().getBytes(StandardCharsets.UTF_8);
        byte[] cell = journal.cell().orElse(NOTHING);
        byte[] evicted = journal.evictedItemId().orElse("").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(3 * Integer.BYTES + item.length + cell.length + evicted.length);
        bytes.putInt(item.length).put(item);
        bytes.putInt(cell.length).put(cell);
        bytes.putInt(evicted.length).put(evicted);
        return bytes.array();
    }

    static Header decodeHeader(byte[] encoded) {
        ByteBuffer bytes = checked(encoded, "header");
        long events = bytes.getLong();
        long clock = bytes.getLong();
        long timeMs = bytes.getLong();
        double affinitySquaredNorm = bytes.getDouble();
        double interestSquaredNorm = bytes.getDouble();
        long[] recent = new long[bytes.getInt()];
        bytes.asLongBuffer().get(recent);
        return new Header(events, clock, timeMs, affinitySquaredNorm, interestSquaredNorm, recent);
    }

    static Optional<Journal> decodeJournal(byte[] encoded) {
        ByteBuffer bytes = checked(encoded, "header");
        int recent = bytes.getInt(HEADER_BYTES - Integer.BYTES);
        bytes.position(HEADER_BYTES + recent * Long.BYTES);
        if (!bytes.hasRemaining()) {
            return Optional.empty();
        }
        String itemId = new String(part(bytes), StandardCharsets.UTF_8);
        Optional<byte[]> cell = Optional.of(part(bytes)).filter(part -> part.length > 0);
        String evicted = new String(part(bytes), StandardCharsets.UTF_8);
        return Optional.of(new Journal(itemId, cell, Optional.of(evicted).filter(id -> !id.isEmpty())));
    }

    private static byte[] part(ByteBuffer bytes) {
        byte[] part = new byte[bytes.getInt()];
        bytes.get(part);
        return part;
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
