package dev.kindred.topology;

import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorMove;
import dev.kindred.vector.VectorStore;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a user's vector to another user, and forgets the first user: vector, cells, similarities and list. A user without a
 * vector, as at the second of two equal requests, has nothing to send, and nothing happens.
 */
final class MoveVector extends ContextualProcessor<String, VectorMove, Object, Object> {

    private final TaskVectors vectors;
    private final TaskErasures erasures;
    private final RequiredConsent consent;
    private final ItemDictionary dictionary;
    private final int maxItems;
    private final List<String> followers;
    private final StreamObserver observer;

    /**
     * A station that moves vectors.
     *
     * @param maxItems that are sent, the ones touched last, so that they fit into one record
     * @param followers the names of the stations that receive a null value for the forgotten user
     */
    MoveVector(
            TaskVectors vectors,
            TaskErasures erasures,
            RequiredConsent consent,
            ItemDictionary dictionary,
            int maxItems,
            List<String> followers,
            StreamObserver observer) {
        this.vectors = vectors;
        this.erasures = erasures;
        this.consent = consent;
        this.dictionary = dictionary;
        this.maxItems = maxItems;
        this.followers = followers;
        this.observer = observer;
    }

    @Override
    public void process(Record<String, VectorMove> request) {
        VectorStore store = vectors.of(context());
        UserVector vector = store.load(request.key());
        if (vector.size() == 0) {
            observer.merged(MergeOutcome.EMPTY);
            return;
        }
        if (consent.isMissing(context(), request.key())) { // frozen: nobody else may have the data
            observer.droppedWithoutConsent();
            return;
        }
        send(request, vector);
        erasures.of(context()).noteMerge(request.key(), request.value().into(), request.timestamp());
        store.remove(request.key());
        new CellOutput(context(), dictionary).takeBack(request, vector);
        followers.forEach(station -> context().forward(request.withValue(null), station));
        observer.merged(MergeOutcome.MOVED);
    }

    private void send(Record<String, VectorMove> request, UserVector vector) {
        VectorMove move = request.value().with(VectorContent.of(vector, dictionary, maxItems));
        context().forward(request.withKey(move.into()).withValue(move), RecommenderTopology.MOVED);
    }
}
