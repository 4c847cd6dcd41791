package dev.kindred.topology;

import dev.kindred.model.Pseudonyms;
import dev.kindred.model.UserAttributes;
import dev.kindred.state.AttributesReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the attributes of users beside their vectors. The bytes stay as they are, good or bad, because the
 * topic itself restores the store; {@link AttributesReader} judges them.
 *
 * <p>With pseudonyms, a record under the shop's own id waits for {@link RepartitionUsers} to send it under the pseudonym.
 *
 * <p>A record that was moved does not replace attributes, or a deletion, of a later time. Times of deletions are
 * remembered for as long as records are on their way, which is moments.
 */
final class UpdateUsers extends StatefulProcessor<KeyValueStore<Bytes, byte[]>, byte[], byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(UpdateUsers.class);

    private static final int REMEMBERED = 10_000;

    private final AttributesReader reader;
    private final Pseudonyms pseudonyms;
    private final Map<Bytes, Long> deletions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    UpdateUsers(AttributesReader reader, Pseudonyms pseudonyms) {
        this.reader = reader;
        this.pseudonyms = pseudonyms;
    }

    @Override
    KeyValueStore<Bytes, byte[]> open(ProcessorContext<Void, Void> context) {
        return context.getStateStore(Stores.USER_ATTRIBUTES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] user = record.key();
        if (user == null) {
            RecordMetadata place = context().recordMetadata().orElseThrow();
            log.warn(
                    "The record at {}-{} offset {} has no effect: it has no key; the key must be the user id",
                    place.topic(),
                    place.partition(),
                    place.offset());
        } else if (isInClear(user) && (record.value() != null || state().get(Bytes.wrap(user)) == null)) {
            return; // it comes back under the pseudonym; and a deletion of nothing would write the id to the disk
        } else if (!RepartitionUsers.wasMoved(record) || !isOutdated(record)) {
            put(Bytes.wrap(user), record);
        }
    }

    private boolean isInClear(byte[] user) {
        String userId = new String(user, StandardCharsets.UTF_8);
        return pseudonyms.isOn() && !pseudonyms.of(userId).equals(userId);
    }

    private void put(Bytes user, Record<byte[], byte[]> record) {
        state().put(user, record.value());
        deletions.remove(user);
        if (record.value() == null) {
            deletions.put(user, record.timestamp());
        }
    }

    private boolean isOutdated(Record<byte[], byte[]> record) {
        String user = new String(record.key(), StandardCharsets.UTF_8);
        long keptMs = reader.find(state(), user)
                .map(UserAttributes::updatedMs)
                .or(() -> Optional.ofNullable(deletions.get(Bytes.wrap(record.key()))))
                .orElse(Long.MIN_VALUE);
        return keptMs > record.timestamp();
    }
}
