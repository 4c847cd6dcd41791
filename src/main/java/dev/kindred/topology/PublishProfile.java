package dev.kindred.topology;

import dev.kindred.profile.Profiler;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.UserProfile;
import dev.kindred.state.AttributesReader;
import dev.kindred.vector.UserVector;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Computes the user's profile from the current vector. For a forgotten user it publishes a tombstone. */
final class PublishProfile
        extends StatefulProcessor<
                KeyValueStore<Bytes, byte[]>, String, @Nullable VectorUpdated, String, @Nullable PublishedProfile> {

    private static final int STRONGEST = 20; // of each list; HTTP gives all of them

    private final Profiler profiler;
    private final AttributesReader reader;

    /** @param reader of the attributes of users */
    PublishProfile(Profiler profiler, AttributesReader reader) {
        this.profiler = profiler;
        this.reader = reader;
    }

    @Override
    KeyValueStore<Bytes, byte[]> open(ProcessorContext<String, @Nullable PublishedProfile> context) {
        return context.getStateStore(Stores.USER_ATTRIBUTES);
    }

    @Override
    public void process(Record<String, @Nullable VectorUpdated> record) {
        VectorUpdated updated = record.value();
        context().forward(record.withValue(updated == null ? null : profile(record.key(), updated.vector())));
    }

    private PublishedProfile profile(String userId, UserVector vector) {
        UserProfile whole = profiler.withTerms(
                vector, reader.find(state(), userId), context().currentSystemTimeMs());
        return new PublishedProfile(userId, whole.withStrongest(STRONGEST), profiler.segmentsOf(whole));
    }
}
