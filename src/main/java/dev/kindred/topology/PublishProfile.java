package dev.kindred.topology;

import dev.kindred.profile.Profiler;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.UserProfile;
import dev.kindred.vector.UserVector;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Makes the user's profile of the vector as it is now. */
final class PublishProfile extends ContextualProcessor<String, Learned, String, PublishedProfile> {

    private static final int STRONGEST = 20; // of each list: whoever wants all of them asks over HTTP

    private final Profiler profiler;

    PublishProfile(Profiler profiler) {
        this.profiler = profiler;
    }

    @Override
    public void process(Record<String, Learned> record) {
        UserVector vector = record.value().vector();
        UserProfile whole = profiler.profile(vector, context().currentSystemTimeMs());
        PublishedProfile profile = new PublishedProfile(
                record.key(), whole.withStrongest(STRONGEST), profiler.segmentsOf(whole), profiler.termsOf(vector));
        context().forward(record.withValue(profile));
    }
}
