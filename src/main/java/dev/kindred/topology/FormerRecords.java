package dev.kindred.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Brings the records of a topic of a former version to {@link Topics#control()}, so that an update loses none. */
final class FormerRecords
        extends ContextualProcessor<byte @Nullable [], byte @Nullable [], byte @Nullable [], byte @Nullable []> {

    private final boolean areEvents;

    /** @param areEvents whether they are rerouted events; else they are moves */
    FormerRecords(boolean areEvents) {
        this.areEvents = areEvents;
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> record) {
        context().forward(areEvents ? ControlRecords.ofEvent(record, record.timestamp()) : record);
    }
}
