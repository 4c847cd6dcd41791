package dev.kindred.topology;

import dev.kindred.intake.MergeValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.model.Merge;
import dev.kindred.model.Pseudonyms;
import dev.kindred.vector.VectorMove;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and validates requests to merge one user into another: a good one is sent to the partition of the user whose
 * vector moves, a bad one becomes a dead letter. It has tasks of its own, so the tasks of the users have one input less.
 */
final class AcceptMerges extends AcceptRecords<Merge> {

    private final MergeValidator validator;
    private final Pseudonyms pseudonyms;

    AcceptMerges(TopologySettings settings, Supplier<Deserializer<Merge>> deserializers, StreamObserver observer) {
        super("merge", settings.topics().merges(), RecommenderTopology.DEAD_MERGES, settings, deserializers, observer);
        this.validator = new MergeValidator(settings.intake());
        this.pseudonyms = settings.pseudonyms();
    }

    @Override
    Optional<Rejection> check(Merge merge) {
        return validator.check(merge).or(() -> validator.check(pseudonyms.of(merge)));
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, Merge received) {
        Merge merge = pseudonyms.of(received);
        RecordMetadata origin = context().recordMetadata().orElseThrow(); // records of a source have one
        VectorMove request = VectorMove.request(id(origin), merge);
        context().forward(new Record<>(merge.from(), request, record.timestamp()), RecommenderTopology.REQUEST_MOVE);
    }

    /** The same whenever the request is read again. */
    private static String id(RecordMetadata origin) {
        return origin.topic() + "-" + origin.partition() + "-" + origin.offset();
    }
}
