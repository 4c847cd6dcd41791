package dev.kindred.topology;

import dev.kindred.intake.Rejection;
import dev.kindred.vector.VectorMove;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what stations send to those in other partitions: a vector goes on under the user who takes it up, a request
 * under the user whose vector moves. Only what somebody else wrote can become a dead letter.
 */
final class AcceptMoves extends AcceptRecords<VectorMove> {

    AcceptMoves(TopologySettings settings, Supplier<Deserializer<VectorMove>> deserializers, StreamObserver observer) {
        super("moved vector", settings.topics().movedVectors(), settings, deserializers, observer);
    }

    @Override
    Optional<Rejection> check(VectorMove move) {
        return Optional.empty(); // what makes a move is checked where it is decoded
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, VectorMove move) {
        boolean hasArrived = move.content().isPresent();
        context()
                .forward(
                        new Record<>(hasArrived ? move.into() : move.from(), move, record.timestamp()),
                        hasArrived ? RecommenderTopology.MERGE : RecommenderTopology.MOVE);
    }
}
