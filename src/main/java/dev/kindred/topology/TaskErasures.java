package dev.kindred.topology;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.KeyedHash;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.state.Erasures;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The erasures of the tasks that run here, opened by {@link LearnEvents} with its task and closed with it. */
final class TaskErasures {

    private final KeyedHash hash;
    private final Serializer<ErasureReceipt> serializer;
    private final Deserializer<ErasureReceipt> deserializer;
    private final Map<TaskId, Erasures> open = new ConcurrentHashMap<>();

    TaskErasures(KeyedHash hash, AvroSerdes serdes) {
        this.hash = hash;
        this.serializer = serdes.receiptSerializer();
        this.deserializer = serdes.receiptDeserializer();
    }

    Erasures open(ProcessorContext<?, ?> context) {
        Erasures erasures = new Erasures(context.getStateStore(Stores.ERASURES), hash, serializer, deserializer);
        open.put(context.taskId(), erasures);
        return erasures;
    }

    /** The erasures of a task whose stations are all open. */
    Erasures of(ProcessorContext<?, ?> context) {
        Erasures erasures = open.get(context.taskId());
        if (erasures == null) {
            throw new IllegalStateException("the erasures of task " + context.taskId() + " are not open");
        }
        return erasures;
    }

    void close(ProcessorContext<?, ?> context) {
        open.remove(context.taskId());
    }
}
