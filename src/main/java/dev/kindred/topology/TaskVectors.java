package dev.kindred.topology;

import dev.kindred.model.ItemDictionary;
import dev.kindred.state.HotVectors;
import dev.kindred.state.KafkaVectorStore;
import dev.kindred.state.MemoryBudget;
import dev.kindred.vector.VectorSettings;
import dev.kindred.vector.VectorStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The vectors of the tasks that run here. All stations of a task use the same ones, so that no station sees
 * stale vectors in its own cache. {@link LearnEvents} opens them with its task and closes them
 * with it.
 */
final class TaskVectors {

    private final VectorSettings settings;
    private final ItemDictionary dictionary;
    private final MemoryBudget budget;
    private final Map<TaskId, HotVectors> open = new ConcurrentHashMap<>();

    TaskVectors(VectorSettings settings, ItemDictionary dictionary, MemoryBudget budget) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.budget = budget;
    }

    /** Opens the vectors of a task. */
    HotVectors open(ProcessorContext<?, ?> context) {
        HotVectors vectors = new HotVectors(
                new KafkaVectorStore(context.getStateStore(Stores.USER_VECTORS), settings, dictionary), budget);
        open.put(context.taskId(), vectors);
        return vectors;
    }

    /** The vectors of a task whose stations are all open. */
    VectorStore of(ProcessorContext<?, ?> context) {
        HotVectors vectors = open.get(context.taskId());
        if (vectors == null) {
            throw new IllegalStateException("the vectors of task " + context.taskId() + " are not open");
        }
        return vectors;
    }

    /** Drops the cached vectors of a task: an aborted transaction rolls their writes back. */
    void close(ProcessorContext<?, ?> context, HotVectors vectors) {
        open.remove(context.taskId(), vectors);
        vectors.drop();
    }
}
