package dev.kindred.topology;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorContent.MovedCell;
import dev.kindred.vector.VectorMove;
import dev.kindred.vector.VectorStore;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds an arrived vector to that of its new user, publishes the changed cells, and triggers a refresh of the user's
 * list; adds arrived feedback to that of the user, and publishes the changed outcomes. A repeat of a remembered merge changes nothing, but its outputs are published again, as those of an event.
 */
final class MergeVector extends StatefulProcessor<Optional<TaskFeedback>, String, VectorMove, Object, Object> {

    private final TaskVectors vectors;
    private final TaskErasures erasures;
    private final RequiredConsent consent;
    private final ItemDictionary dictionary;
    private final FeedbackSettings feedback;
    private final List<String> followers;
    private final StreamObserver observer;

    /** @param followers the names of the stations that receive the merged vector */
    MergeVector(
            TaskVectors vectors,
            TaskErasures erasures,
            RequiredConsent consent,
            ItemDictionary dictionary,
            FeedbackSettings feedback,
            List<String> followers,
            StreamObserver observer) {
        this.vectors = vectors;
        this.erasures = erasures;
        this.consent = consent;
        this.dictionary = dictionary;
        this.feedback = feedback;
        this.followers = followers;
        this.observer = observer;
    }

    @Override
    Optional<TaskFeedback> open(ProcessorContext<Object, Object> context) {
        return TaskFeedback.where(feedback, context);
    }

    @Override
    public void process(Record<String, VectorMove> arrived) {
        VectorMove move = arrived.value();
        if (erasures.of(context()).covers(arrived.key(), arrived.timestamp())) { // moved before its new user was erased
            observer.droppedAsErased();
            return;
        }
        if (consent.isMissing(context(), arrived.key())) {
            observer.droppedWithoutConsent();
            return;
        }
        VectorStore store = vectors.of(context());
        UserVector vector = store.load(arrived.key());
        if (!vector.remembers(move.mergeId())) {
            move.feedback().ifPresent(shown -> takeUp(shown, arrived));
        }
        move.content().ifPresent(content -> takeUp(content, arrived, vector, store));
    }

    private void takeUp(ByteBuffer shown, Record<String, VectorMove> arrived) {
        state().map(task -> task.takeUp(arrived.key(), shown))
                .orElse(List.of())
                .forEach(outcome -> context()
                        .forward(
                                arrived.withKey(outcome.recordKey()).withValue(outcome), RecommenderTopology.OUTCOMES));
    }

    private void takeUp(
            VectorContent content, Record<String, VectorMove> arrived, UserVector vector, VectorStore store) {
        int[] items = takeUp(content, arrived.value().mergeId(), arrived.key(), vector, store);
        new CellOutput(context(), dictionary).publish(arrived, vector, items);
        VectorUpdated updated = new VectorUpdated(
                Optional.empty(), vector.lastTouchedItem(), vector.header().timeMs(), vector, Optional.empty());
        followers.forEach(station -> context().forward(arrived.withValue(updated), station));
    }

    /** Returns the items whose cells are to be published. */
    private int[] takeUp(VectorContent content, String mergeId, String user, UserVector vector, VectorStore store) {
        if (vector.remembers(mergeId)) {
            observer.merged(MergeOutcome.REPEATED);
            return content.cells().stream()
                    .map(MovedCell::itemId)
                    .mapToInt(dictionary::numberOf)
                    .toArray();
        }
        int[] changed = vector.mergeFrom(content, mergeId);
        store.save(user, vector, changed);
        observer.merged(MergeOutcome.TAKEN_UP);
        return changed;
    }
}
