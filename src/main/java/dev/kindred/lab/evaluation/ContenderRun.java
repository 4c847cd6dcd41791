package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One run of a contender through a protocol: passes on events, requests lists and reports them. */
final class ContenderRun {

    private final MeasuredContender contender;
    private final EvaluationSettings settings;
    private final Runnable progress;
    private final Consumer<Prediction> predictions;
    private final Map<String, Integer> eventsOfUser = new HashMap<>();
    private long count;

    ContenderRun(
            MeasuredContender contender,
            EvaluationSettings settings,
            Runnable progress,
            Consumer<Prediction> predictions) {
        this.contender = contender;
        this.settings = settings;
        this.progress = progress;
        this.predictions = predictions;
    }

    /** Lets the contender learn an event. */
    void learn(Interaction event) {
        contender.learn(event);
        count(event);
    }

    /** Lets the contender update the event's own user only. */
    void observe(Interaction event) {
        contender.observe(event);
        count(event);
    }

    private void count(Interaction event) {
        eventsOfUser.merge(event.userId(), 1, Integer::sum);
        step();
    }

    /** Reports progress that no event makes. */
    void step() {
        progress.run();
    }

    /** Requests a list for the item of an event that the contender has not seen. */
    void predict(Interaction event, long asOfMs) {
        predict(event.userId(), asOfMs, Set.of(event.itemId()), Set.of());
    }

    /**
     * Requests a list and hands it to the metrics.
     *
     * @param userId the user of the list
     * @param asOfMs the time of the request, in epoch milliseconds
     * @param relevant the items that are right, not empty
     * @param excluded items that are removed from the list
     */
    void predict(String userId, long asOfMs, Set<String> relevant, Set<String> excluded) {
        List<String> list = contender.recommend(userId, asOfMs).stream()
                .filter(item -> !excluded.contains(item))
                .toList();
        predictions.accept(new Prediction(
                ++count,
                userId,
                list,
                relevant,
                eventsOfUser.getOrDefault(userId, 0),
                contender.lastNanos(),
                settings.k()));
    }

    /** Whether the limit of predictions is reached. */
    boolean isOver() {
        return count >= settings.limit();
    }
}
