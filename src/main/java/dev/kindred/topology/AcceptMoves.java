package dev.kindred.topology;

import dev.kindred.intake.Rejection;
import dev.kindred.vector.VectorMove;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the records that stations send to other partitions: a vector goes on under its new user, a request under the
 * user whose vector moves. Only foreign records can become dead letters.
 */
final class AcceptMoves extends AcceptRecords<VectorMove> {

    AcceptMoves(TopologySettings settings, Supplier<Deserializer<VectorMove>> deserializers, StreamObserver observer) {
        super(
                "moved vector",
                settings.topics().control(),
                RecommenderTopology.DEAD_LETTERS,
                settings,
                deserializers,
                observer);
    }

    @Override
    Optional<Rejection> check(VectorMove move) {
        return Optional.empty(); // the decoder checks moves
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, VectorMove move) {
        boolean hasArrived = !move.isRequest();
        context()
                .forward(
                        new Record<>(hasArrived ? move.into() : move.from(), move, record.timestamp()),
                        hasArrived ? RecommenderTopology.MERGE : RecommenderTopology.MOVE);
    }
}
