package dev.kindred.http.api;

import dev.kindred.feedback.Outcome;
import dev.kindred.model.Described;
import dev.kindred.query.LiveSample;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of a running instance for people: its figures, its settings, its topics and the text of its
 * scenarios. Safe for many threads.
 */
public interface Inspection {

    /** The number of instances of the application, as this one knows it; at least 1. */
    int instances();

    /** The samples of the last hour after a time in epoch milliseconds, oldest first. */
    List<LiveSample> samplesAfter(long timeMs);

    /** All settings in force. */
    List<Setting> settings();

    /**
     * The newest dead letters, newest first.
     *
     * @throws dev.kindred.http.ProblemException if the brokers do not answer, or refuse
     */
    List<DeadLetter> deadLetters(int limit);

    /**
     * Compares the topics with their plan.
     *
     * @throws dev.kindred.http.ProblemException if the brokers do not answer, or refuse
     */
    TopicsAnswer topics();

    /** The outcomes of lists that this instance knows. */
    Feedback feedback();

    /**
     * Outcomes of lists.
     *
     * @param enabled whether they are counted
     * @param minimumSupport the least number of users behind a figure
     */
    record Feedback(boolean enabled, Collection<Outcome> outcomes, int minimumSupport) {}

    /** The text of the present file of scenarios, which may have a mistake; the bundled examples without a file. */
    String scenarioText();

    /**
     * Parses such a text.
     *
     * @throws Mistake if it has one
     */
    Scenarios parse(String text);

    /** A scenario as one value of such a text. */
    String definition(Scenario scenario);

    /** A mistake in the text of scenarios; the message names key and cure. */
    final class Mistake extends RuntimeException {

        private final int line;

        /** @param line from 1 */
        public Mistake(int line, String message, Throwable cause) {
            super(message, cause);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** A setting as JSON. */
    record Setting(
            String key,

            @Described("As configured, or the default; hidden if it is or may be a secret.")
            String value,

            @Described("Where the value comes from.") String place,
            @Described("Whether it was configured.") boolean changed) {}

    /** A rejected record as JSON. */
    record DeadLetter(
            @Described("The reason, one word of a fixed list.")
            String reason,

            @Described("The reason, one sentence.") String detail,

            @Described("The topic that the record came from.")
            String topic,

            @Described("Its partition and offset there.") String position,

            @Described("When it arrived, in epoch milliseconds.")
            long timestampMs,

            @Described("Its key as text; control characters are dots. Absent without one.") @Nullable
            String key,

            @Described("Its fields as JSON; absent if it cannot be decoded.") @Nullable
            String decoded,

            @Described("The beginning of its value as text; control characters are dots.")
            String preview,

            @Described("The length of its value.") int bytes) {}

    /** The check of the topics as JSON. */
    record TopicsAnswer(
            @Described("The topics that exist.") List<String> existing,

            @Described("The topics that do not exist.") List<String> missing,

            @Described("One sentence for each difference that would break the stream or lose data, with its cure.")
            List<String> differences) {

        public TopicsAnswer {
            existing = List.copyOf(existing);
            missing = List.copyOf(missing);
            differences = List.copyOf(differences);
        }
    }
}
