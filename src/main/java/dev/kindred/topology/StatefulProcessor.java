package dev.kindred.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * A station that keeps some state of its task.
 *
 * @param <S> the state, which exists from {@link #init} on
 */
abstract class StatefulProcessor<
                S, K, V extends @Nullable Object, L extends @Nullable Object, W extends @Nullable Object>
        extends ContextualProcessor<K, V, L, W> {

    private @Nullable S state;

    /** Opens the state of the task. */
    abstract S open(ProcessorContext<L, W> context);

    @Override
    public void init(ProcessorContext<L, W> context) {
        super.init(context);
        state = open(context);
    }

    final S state() {
        if (state == null) {
            throw new IllegalStateException("not initialized");
        }
        return state;
    }
}
