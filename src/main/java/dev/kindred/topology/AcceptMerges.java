package dev.kindred.topology;

import dev.kindred.intake.MergeValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.model.Merge;
import dev.kindred.vector.VectorMove;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and validates requests to merge one user into another: a good one in its place goes on under the user whose
 * vector moves, a misplaced one is sent to the partition of that user, a bad one becomes a dead letter.
 */
final class AcceptMerges extends AcceptRecords<Merge> {

    private final Placement placement;
    private final MergeValidator validator;

    AcceptMerges(TopologySettings settings, Supplier<Deserializer<Merge>> deserializers, StreamObserver observer) {
        super("merge", settings.topics().merges(), settings, deserializers, observer);
        this.placement = settings.placement();
        this.validator = new MergeValidator(settings.intake());
    }

    @Override
    Optional<Rejection> check(Merge merge) {
        return validator.check(merge);
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, Merge merge) {
        RecordMetadata origin = context().recordMetadata().orElseThrow(); // records of a source have one
        boolean isInPlace = placement.isInPlace(record.key(), merge.from(), origin.partition());
        VectorMove request = VectorMove.request(id(origin), merge);
        context()
                .forward(
                        new Record<>(merge.from(), request, record.timestamp()),
                        isInPlace ? RecommenderTopology.MOVE : RecommenderTopology.MOVED);
    }

    /** The same whenever the request is read again. */
    private static String id(RecordMetadata origin) {
        return origin.topic() + "-" + origin.partition() + "-" + origin.offset();
    }
}
