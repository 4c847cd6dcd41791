package dev.kindred.topology;

import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.state.HotVectors;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Updates the user's vector and publishes the cells that changed. A repeat of a remembered event changes nothing, but
 * its outputs are published again: they may have been lost.
 */
final class LearnEvents extends StatefulProcessor<HotVectors, String, Interaction, Object, Object> {

    private final TaskVectors tasks;
    private final TaskErasures erasures;
    private final ItemDictionary dictionary;
    private final List<String> followers;

    /** @param followers the names of the stations that receive the updated vector, in this order */
    LearnEvents(TaskVectors tasks, TaskErasures erasures, ItemDictionary dictionary, List<String> followers) {
        this.tasks = tasks;
        this.erasures = erasures;
        this.dictionary = dictionary;
        this.followers = followers;
    }

    @Override
    HotVectors open(ProcessorContext<Object, Object> context) {
        erasures.open(context);
        return tasks.open(context);
    }

    @Override
    public void process(Record<String, Interaction> record) {
        Interaction event = record.value();
        int item = dictionary.numberOf(event.itemId());
        UserVector vector = state().load(event.userId());
        Optional<VectorChange> change = learn(event, vector);
        new CellOutput(context(), dictionary)
                .publish(record, vector, change.map(VectorChange::items).orElseGet(() -> new int[] {item}));
        Record<String, Object> updated =
                record.withValue(new VectorUpdated(event.eventId(), item, event.timestampMs(), vector, change));
        followers.forEach(station -> context().forward(updated, station));
    }

    private Optional<VectorChange> learn(Interaction event, UserVector vector) {
        if (event.eventId().filter(vector::remembers).isPresent()) {
            return Optional.empty();
        }
        VectorChange change = vector.learn(event);
        state().save(event.userId(), vector, change.items());
        return Optional.of(change);
    }

    @Override
    public void close() {
        erasures.close(context());
        tasks.close(context(), state());
    }
}
