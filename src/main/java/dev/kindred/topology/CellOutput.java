package dev.kindred.topology;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Publishes cells of a user's vector to all others.
 *
 * @param context of the station that changes the vector
 */
record CellOutput(ProcessorContext<Object, ? super @Nullable Affinity> context, ItemDictionary dictionary) {

    /** The cells of some items as they are now: their affinities, or tombstones where the vector has dropped them. */
    void publish(Record<String, ?> record, UserVector vector, int... items) {
        for (int item : items) {
            int at = vector.indexOf(item);
            publish(record, item, at < 0 ? null : vector.affinity(at));
        }
    }

    /** Retracts a vector: publishes a tombstone for each of its items. */
    void takeBack(Record<String, ?> record, UserVector vector) {
        for (int i = 0; i < vector.size(); i++) {
            publish(record, vector.item(i), null);
        }
    }

    private void publish(Record<String, ?> record, int item, @Nullable Affinity affinity) {
        CellKey key = new CellKey(record.key(), dictionary.idOf(item));
        context.forward(record.withKey(key).withValue(affinity), RecommenderTopology.AFFINITIES);
    }
}
