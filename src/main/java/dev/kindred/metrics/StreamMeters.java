package dev.kindred.metrics;

import dev.kindred.feedback.FeedbackResult;
import dev.kindred.intake.RejectionReason;
import dev.kindred.model.InteractionType;
import dev.kindred.topology.ErasureOutcome;
import dev.kindred.topology.MergeOutcome;
import dev.kindred.topology.StreamObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts and times the processing of events. Safe for many threads; allocates nothing per event. */
final class StreamMeters implements StreamObserver {

    private final EnumCounters<InteractionType> accepted;
    private final EnumCounters<RejectionReason> rejected;
    private final EnumCounters<MergeOutcome> merged;
    private final EnumCounters<ErasureOutcome> erased;
    private final EnumCounters<FeedbackResult> impressions;
    private final EnumCounters<FeedbackResult> attributed;
    private final Counter foreignLists;
    private final Counter expired;
    private final Counter droppedAsErased;
    private final Counter droppedWithoutConsent;
    private final Counter rerouted;
    private final Counter similarItems;
    private final Counter learned;
    private final Timer refresh;
    private final Timer latency;

    StreamMeters(MeterRegistry registry) {
        accepted = new EnumCounters<>(registry, MeterName.EVENTS, InteractionType.class);
        rejected = new EnumCounters<>(registry, MeterName.DEAD_LETTERS, RejectionReason.class);
        merged = new EnumCounters<>(registry, MeterName.MERGES, MergeOutcome.class);
        erased = new EnumCounters<>(registry, MeterName.ERASURES, ErasureOutcome.class);
        impressions = new EnumCounters<>(registry, MeterName.IMPRESSIONS, FeedbackResult.class);
        attributed = new EnumCounters<>(registry, MeterName.ATTRIBUTED, FeedbackResult.class);
        foreignLists = MeterName.FOREIGN_LISTS.counter(registry);
        expired = MeterName.EXPIRED_USERS.counter(registry);
        droppedAsErased = MeterName.ERASED_DROPPED.counter(registry);
        droppedWithoutConsent = MeterName.CONSENT_DROPPED.counter(registry);
        rerouted = MeterName.REROUTED.counter(registry);
        learned = MeterName.LEARNED_EVENTS.counter(registry);
        similarItems = MeterName.SIMILAR_ITEMS.counter(registry);
        refresh = MeterName.REFRESH.timer(registry, Buckets.REFRESH);
        latency = MeterName.LATENCY.timer(registry, Buckets.LATENCY);
    }

    /** The number of rejected records by reason, without those that are zero. */
    Map<String, Long> rejected() {
        return rejected.values();
    }

    @Override
    public void accepted(InteractionType type) {
        accepted.count(type);
    }

    @Override
    public void rerouted() {
        rerouted.increment();
    }

    @Override
    public void merged(MergeOutcome outcome) {
        merged.count(outcome);
    }

    @Override
    public void erased(ErasureOutcome outcome) {
        erased.count(outcome);
    }

    @Override
    public void attributed(InteractionType type, FeedbackResult result, boolean isForeign) {
        (type.isTouch() ? attributed : impressions).count(result);
        if (isForeign) {
            foreignLists.increment();
        }
    }

    @Override
    public void expired() {
        expired.increment();
    }

    @Override
    public void droppedAsErased() {
        droppedAsErased.increment();
    }

    @Override
    public void droppedWithoutConsent() {
        droppedWithoutConsent.increment();
    }

    @Override
    public void rejected(RejectionReason reason) {
        rejected.count(reason);
    }

    @Override
    public void refreshed(long elapsedNs, long latencyMs) {
        refresh.record(elapsedNs, TimeUnit.NANOSECONDS);
        latency.record(Math.max(0, latencyMs), TimeUnit.MILLISECONDS); // a timer drops negative values
    }

    @Override
    public void learnedFromLists() {
        learned.increment();
    }

    @Override
    public void similarItemsPublished() {
        similarItems.increment();
    }
}
