package dev.kindred.topology;

import dev.kindred.profile.Profiler;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.UserProfile;
import dev.kindred.vector.UserVector;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes the user's profile of the vector as it is now. Of a user who is forgotten it takes the profile back. */
final class PublishProfile extends ContextualProcessor<String, @Nullable Learned, String, @Nullable PublishedProfile> {

    private static final int STRONGEST = 20; // of each list: whoever wants all of them asks over HTTP

    private final Profiler profiler;

    PublishProfile(Profiler profiler) {
        this.profiler = profiler;
    }

    @Override
    public void process(Record<String, @Nullable Learned> record) {
        Learned learned = record.value();
        context().forward(record.withValue(learned == null ? null : profile(record.key(), learned.vector())));
    }

    private PublishedProfile profile(String userId, UserVector vector) {
        UserProfile whole = profiler.profile(vector, context().currentSystemTimeMs());
        return new PublishedProfile(
                userId, whole.withStrongest(STRONGEST), profiler.segmentsOf(whole), profiler.termsOf(vector));
    }
}
