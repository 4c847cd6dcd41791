package dev.kindred.topology;

import dev.kindred.intake.ErasureValidator;
import dev.kindred.intake.Rejection;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Pseudonyms;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and validates requests to forget a user: a good one is sent to the partition of the user, with the time of its
 * arrival; a bad one becomes a dead letter. It has tasks of its own, as {@link AcceptMerges}.
 */
final class AcceptErasures extends AcceptRecords<ErasureRequest> {

    private final ErasureValidator validator;
    private final Pseudonyms pseudonyms;

    AcceptErasures(
            TopologySettings settings, Supplier<Deserializer<ErasureRequest>> deserializers, StreamObserver observer) {
        super(
                "erasure request",
                settings.topics().erasures(),
                RecommenderTopology.DEAD_ERASURES,
                settings,
                deserializers,
                observer);
        this.validator = new ErasureValidator(settings.intake());
        this.pseudonyms = settings.pseudonyms();
    }

    @Override
    Optional<Rejection> check(ErasureRequest request) {
        return validator.check(request);
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, ErasureRequest received) {
        ErasureRequest request = pseudonyms.of(received);
        ErasureRequest arrived =
                new ErasureRequest(request.requestId(), request.userId(), arrivedMs(), request.reason());
        context()
                .forward(
                        ControlRecords.ofErasure(new Record<>(request.userId(), arrived, record.timestamp())),
                        RecommenderTopology.REQUEST_ERASURE);
    }
}
