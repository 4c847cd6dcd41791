package dev.kindred.state;

import dev.kindred.vector.Cell;
import dev.kindred.vector.Habits;
import dev.kindred.vector.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encodes headers and cells of vectors. Both begin with the version of the layout; numbers are big endian.
 *
 * <pre>
 * header  version 1 | events 8 | clock 8 | time 8 | affinity squared norm 8
 *         | interest squared norm 8 | recent events, how many 4 | recent event 8, repeated
 *         | since layout 3: length of habits 1, habits, see {@link HabitsCodec}
 *         | journal, if any: item length 4, item | cell length 4, cell, repeated; an evicted item has no cell
 * cell    version 1 | affinity 8 | touched 8 | interest 8 | as of 8 | clock 8 | types 1
 * </pre>
 *
 * Headers of layout 2 are still readable; they have no habits.
 */
final class VectorCodec {

    static final byte HEADER_VERSION = 3;
    static final byte CELL_VERSION = 2;

    private static final byte WITHOUT_HABITS = 2; // the last header version without habits

    private static final int HEADER_BYTES = 1 + 5 * Long.BYTES + Integer.BYTES; // up to the recent events
    private static final byte[] NOTHING = new byte[0];
    private static final int CELL_BYTES = 1 + 5 * Long.BYTES + 1;

    private VectorCodec() {}

    static byte[] encode(Header header, Optional<Journal> journal) {
        long[] recent = header.recentEvents();
        byte[] habits = HabitsCodec.encode(header.habits(), header.timeMs());
        byte[] tail = journal.map(VectorCodec::encode).orElse(NOTHING);
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER_BYTES + recent.length * Long.BYTES + 1 + habits.length + tail.length);
        bytes.put(HEADER_VERSION)
                .putLong(header.events())
                .putLong(header.clock())
                .putLong(header.timeMs());
        bytes.putDouble(header.affinitySquaredNorm()).putDouble(header.interestSquaredNorm());
        bytes.putInt(recent.length);
        for (long event : recent) {
            bytes.putLong(event);
        }
        return bytes.put((byte) habits.length).put(habits).put(tail).array();
    }

    private static byte[] encode(Journal journal) {
        List<byte[]> parts = new ArrayList<>();
        journal.cells().forEach((item, cell) -> {
            parts.add(item.getBytes(StandardCharsets.UTF_8));
            parts.add(cell.orElse(NOTHING));
        });
        int length =
                parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        parts.forEach(part -> bytes.putInt(part.length).put(part));
        return bytes.array();
    }

    static Header decodeHeader(byte[] encoded) {
        ByteBuffer bytes = header(encoded);
        long events = bytes.getLong();
        long clock = bytes.getLong();
        long timeMs = bytes.getLong();
        double affinitySquaredNorm = bytes.getDouble();
        double interestSquaredNorm = bytes.getDouble();
        long[] recent = new long[bytes.getInt()];
        bytes.asLongBuffer().get(recent);
        Habits habits = habits(bytes.position(bytes.position() + recent.length * Long.BYTES), encoded[0], timeMs);
        return new Header(events, clock, timeMs, affinitySquaredNorm, interestSquaredNorm, habits, recent);
    }

    private static Habits habits(ByteBuffer bytes, byte version, long timeMs) {
        if (version == WITHOUT_HABITS) {
            return Habits.NONE;
        }
        bytes.get(); // the length, used by decodeJournal
        return HabitsCodec.decode(bytes, timeMs);
    }

    /** Earlier releases wrote one item with its cell, then the evicted item, or an empty id, without a cell. */
    static Optional<Journal> decodeJournal(byte[] encoded) {
        ByteBuffer bytes = header(encoded);
        int recent = bytes.getInt(HEADER_BYTES - Integer.BYTES);
        bytes.position(HEADER_BYTES + recent * Long.BYTES);
        if (encoded[0] != WITHOUT_HABITS) {
            int habits = Byte.toUnsignedInt(bytes.get());
            bytes.position(bytes.position() + habits);
        }
        if (!bytes.hasRemaining()) {
            return Optional.empty();
        }
        Map<String, Optional<byte[]>> cells = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            String item = new String(part(bytes), StandardCharsets.UTF_8);
            byte[] cell = bytes.hasRemaining() ? part(bytes) : NOTHING;
            if (!item.isEmpty()) {
                cells.put(item, Optional.of(cell).filter(bytesOf -> bytesOf.length > 0));
            }
        }
        return Optional.of(new Journal(cells));
    }

    private static byte[] part(ByteBuffer bytes) {
        byte[] part = new byte[bytes.getInt()];
        bytes.get(part);
        return part;
    }

    static byte[] encode(Cell cell) {
        return ByteBuffer.allocate(CELL_BYTES)
                .put(CELL_VERSION)
                .putDouble(cell.affinity())
                .putLong(cell.touchedMs())
                .putDouble(cell.interest())
                .putLong(cell.asOfMs())
                .putLong(cell.clock())
                .put((byte) cell.types())
                .array();
    }

    static Cell decodeCell(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        check(bytes.get(), CELL_VERSION, "cell");
        return new Cell(
                bytes.getDouble(),
                bytes.getLong(),
                bytes.getDouble(),
                bytes.getLong(),
                bytes.getLong(),
                Byte.toUnsignedInt(bytes.get()));
    }

    private static ByteBuffer header(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        byte version = bytes.get();
        if (version != WITHOUT_HABITS) {
            check(version, HEADER_VERSION, "header");
        }
        return bytes;
    }

    private static void check(byte version, byte known, String part) {
        if (version == Seal.SEALED) {
            throw SealedValueException.withoutKeyset();
        }
        if (version != known) {
            throw new IllegalStateException("this release reads version " + known + " of a stored " + part
                    + ", found version " + version + ": run the release that wrote it, or reset the application");
        }
    }
}
