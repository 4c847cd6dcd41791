package dev.kindred.lab.evaluation;

import dev.kindred.model.Interaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One contender on its way through a protocol: what it is told and asked, and who hears the answers. */
final class Examination {

    private final TimedContender contender;
    private final EvaluationSettings settings;
    private final Progress progress;
    private final Consumer<Judgment> judgments;
    private final Map<String, Integer> eventsOfUser = new HashMap<>();
    private long predictions;

    Examination(
            TimedContender contender, EvaluationSettings settings, Progress progress, Consumer<Judgment> judgments) {
        this.contender = contender;
        this.settings = settings;
        this.progress = progress;
        this.judgments = judgments;
    }

    /** Lets the contender learn an event. */
    void learn(Interaction event) {
        contender.learn(event);
        count(event);
    }

    /** Lets the contender take up an event for its user only. */
    void observe(Interaction event) {
        contender.observe(event);
        count(event);
    }

    private void count(Interaction event) {
        eventsOfUser.merge(event.userId(), 1, Integer::sum);
        step();
    }

    /** Tells of progress where no event is taken up. */
    void step() {
        progress.step();
    }

    /** Asks, and passes the answer on. */
    void ask(Question question) {
        List<String> list = contender.recommend(question.userId(), question.asOfMs()).stream()
                .filter(item -> !question.leftOut().contains(item))
                .toList();
        judgments.accept(new Judgment(
                ++predictions,
                question.userId(),
                list,
                question.relevant(),
                eventsOfUser.getOrDefault(question.userId(), 0),
                contender.lastNanos(),
                settings.k()));
    }

    /** Whether there were as many questions as wanted. */
    boolean isOver() {
        return predictions >= settings.limit();
    }
}
