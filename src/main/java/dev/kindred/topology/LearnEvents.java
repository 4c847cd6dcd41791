package dev.kindred.topology;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.state.HotVectors;
import dev.kindred.state.KafkaVectorStore;
import dev.kindred.state.MemoryBudget;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Updates the user's vector and publishes the cells that changed. A repeat of a remembered event changes nothing, but
 * its outputs are published again: they may be what was lost.
 */
final class LearnEvents extends ContextualProcessor<String, Interaction, Object, Object> {

    private final VectorSettings settings;
    private final ItemDictionary dictionary;
    private final MemoryBudget budget;
    private final List<String> followers;
    private @Nullable HotVectors vectors;

    /** @param followers the names of the stations that are told what was learned, in this order */
    LearnEvents(VectorSettings settings, ItemDictionary dictionary, MemoryBudget budget, List<String> followers) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.budget = budget;
        this.followers = followers;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        super.init(context);
        vectors = new HotVectors(
                new KafkaVectorStore(context.getStateStore(Stores.USER_VECTORS), settings, dictionary), budget);
    }

    @Override
    public void process(Record<String, Interaction> record) {
        Interaction event = record.value();
        UserVector vector = vectors().load(event.userId());
        Optional<VectorChange> change = learn(event, vector);
        publish(record, event.itemId(), vector);
        change.filter(c -> c.hasEvicted() && c.evictedItem() != c.item())
                .ifPresent(c -> publish(record, dictionary.idOf(c.evictedItem()), vector));
        Record<String, Object> learned = record.withValue(new Learned(event, vector, change));
        followers.forEach(station -> context().forward(learned, station));
    }

    private Optional<VectorChange> learn(Interaction event, UserVector vector) {
        if (event.eventId().filter(vector::remembers).isPresent()) {
            return Optional.empty();
        }
        VectorChange change = vector.learn(event);
        vectors().save(event.userId(), vector, change);
        return Optional.of(change);
    }

    /** The cell of an item as it is now: its affinity, or a tombstone if the vector has it no more. */
    private void publish(Record<String, Interaction> record, String itemId, UserVector vector) {
        int index = vector.indexOf(dictionary.numberOf(itemId));
        Affinity affinity = index < 0 ? null : vector.affinity(index);
        CellKey key = new CellKey(record.key(), itemId);
        context().forward(record.withKey(key).withValue(affinity), RecommenderTopology.AFFINITIES);
    }

    private HotVectors vectors() {
        if (vectors == null) {
            throw new IllegalStateException("not initialized");
        }
        return vectors;
    }

    @Override
    public void close() {
        vectors().drop();
    }
}
