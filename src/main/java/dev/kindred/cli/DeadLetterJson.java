package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A rejected event as JSON: where it lies, why it was rejected, and what came, exactly and readably. */
final class DeadLetterJson implements RecordJson {

    private static final int PREVIEW_LENGTH = 200;

    @Override
    public boolean isOf(String userId, ConsumerRecord<byte[], byte[]> message) {
        return Bytes.lossyText(message.key()).equals(userId);
    }

    @Override
    public ObjectNode toJson(ConsumerRecord<byte[], byte[]> message) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("partition", message.partition())
                .put("offset", message.offset())
                .put("timestampMs", message.timestamp());
        ObjectNode headers = json.putObject("headers");
        message.headers().forEach(header -> headers.put(header.key(), Bytes.lossyText(header.value())));
        byte[] key = message.key();
        if (key != null) {
            json.put("key", Bytes.lossyText(key));
        }
        byte[] value = message.value();
        if (value != null) {
            json.put("value", Base64.getEncoder().encodeToString(value)).put("preview", preview(value));
        }
        return json;
    }

    /** The beginning as text, with a middle dot for whatever cannot be seen. */
    private static String preview(byte[] value) {
        String text = Bytes.lossyText(value);
        int end = text.offsetByCodePoints(0, Math.min(PREVIEW_LENGTH, text.codePointCount(0, text.length())));
        return text.substring(0, end).replaceAll("\\p{Cntrl}", "\u00b7");
    }
}
