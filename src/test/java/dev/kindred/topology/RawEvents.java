package dev.kindred.topology;

import dev.kindred.serde.KindredAvroSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Encoded events that no well-behaved producer would send. */
public final class RawEvents {

    private static final Schema SCHEMA = schema();

    private RawEvents() {}

    private static Schema schema() {
        try {
            return new Schema.Parser()
                    .parse(Path.of("schemas", "interaction-event.avsc").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event without an id of its own. */
    public static byte[] encode(String user, String item, String type, long timestampMs, double strength) {
        GenericData.Record event = new GenericData.Record(SCHEMA);
        event.put("userId", user);
        event.put("itemId", item);
        event.put("type", new GenericData.EnumSymbol(SCHEMA.getField("type").schema(), type));
        event.put("timestampMs", timestampMs);
        event.put("strength", strength);
        event.put("eventId", null);
        try (KindredAvroSerializer serializer = new KindredAvroSerializer()) {
            serializer.configure(Map.of(), false);
            return Objects.requireNonNull(serializer.serialize("events", event));
        }
    }
}
