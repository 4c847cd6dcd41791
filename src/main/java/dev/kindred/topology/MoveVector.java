package dev.kindred.topology;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorMove;
import dev.kindred.vector.VectorStore;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a user's vector and feedback to another user, and forgets the first user: vector, cells, similarities, list and feedback.
 * A user with neither, as at the second of two equal requests, has nothing to send, and nothing happens.
 */
final class MoveVector extends StatefulProcessor<Optional<TaskFeedback>, String, VectorMove, Object, Object> {

    private final TaskVectors vectors;
    private final TaskErasures erasures;
    private final RequiredConsent consent;
    private final ItemDictionary dictionary;
    private final int maxItems;
    private final FeedbackSettings feedback;
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
            FeedbackSettings feedback,
            List<String> followers,
            StreamObserver observer) {
        this.vectors = vectors;
        this.erasures = erasures;
        this.consent = consent;
        this.dictionary = dictionary;
        this.maxItems = maxItems;
        this.feedback = feedback;
        this.followers = followers;
        this.observer = observer;
    }

    @Override
    Optional<TaskFeedback> open(ProcessorContext<Object, Object> context) {
        return TaskFeedback.where(feedback, context);
    }

    @Override
    public void process(Record<String, VectorMove> request) {
        VectorStore store = vectors.of(context());
        UserVector vector = store.load(request.key());
        Optional<ByteBuffer> shown = state().flatMap(task -> task.moved(request.key()));
        if (vector.size() == 0 && shown.isEmpty()) {
            observer.merged(MergeOutcome.EMPTY);
            return;
        }
        if (consent.isMissing(context(), request.key())) { // frozen: nobody else may have the data
            observer.droppedWithoutConsent();
            return;
        }
        send(request, vector, shown);
        state().ifPresent(task -> task.forget(request.key()));
        erasures.of(context()).noteMerge(request.key(), request.value().into(), request.timestamp());
        if (vector.size() > 0) {
            store.remove(request.key());
            new CellOutput(context(), dictionary).takeBack(request, vector);
            followers.forEach(station -> context().forward(request.withValue(null), station));
        }
        observer.merged(MergeOutcome.MOVED);
    }

    private void send(Record<String, VectorMove> request, UserVector vector, Optional<ByteBuffer> shown) {
        Optional<VectorContent> content =
                vector.size() == 0 ? Optional.empty() : Optional.of(VectorContent.of(vector, dictionary, maxItems));
        VectorMove move = request.value().with(content, shown);
        context().forward(request.withKey(move.into()).withValue(move), RecommenderTopology.MOVED);
    }
}
