package dev.kindred.topology;

import dev.kindred.intake.Rejection;
import dev.kindred.model.ErasureRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Forgets a user as if the user had never been seen: vector, cells, similarities, list, profile and attributes. A marker
 * drops what was under way at the time of the request and arrives later. A receipt tells what was removed. A request that
 * was carried out before has the same receipt again.
 */
final class EraseUser extends AcceptRecords<ErasureRequest> {

    private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);

    private final TaskErasures tasks;
    private final ErasureSettings settings;
    private final Eraser eraser;
    private final ExpireUsers.Sources expiry;

    EraseUser(
            TopologySettings settings,
            Supplier<Deserializer<ErasureRequest>> deserializers,
            TaskErasures tasks,
            Eraser eraser,
            ExpireUsers.Sources expiry,
            StreamObserver observer) {
        super(
                "erasure",
                settings.topics().control(),
                RecommenderTopology.DEAD_LETTERS,
                settings,
                deserializers,
                observer);
        this.tasks = tasks;
        this.settings = settings.erasures();
        this.eraser = eraser;
        this.expiry = expiry;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        super.init(context);
        new ExpireUsers(context, expiry, tasks, eraser).schedule();
        long keptMs = settings.longestRetentionMs();
        if (keptMs >= 0) {
            context.schedule(
                    EXPIRY_INTERVAL,
                    PunctuationType.WALL_CLOCK_TIME,
                    nowMs -> tasks.of(context).expire(nowMs - keptMs));
        }
    }

    @Override
    Optional<Rejection> check(ErasureRequest request) {
        return Optional.empty(); // checked where it came in
    }

    @Override
    void accept(Record<byte @Nullable [], byte @Nullable []> record, ErasureRequest request) {
        eraser.erase(context(), request, record.timestamp(), "");
    }
}
