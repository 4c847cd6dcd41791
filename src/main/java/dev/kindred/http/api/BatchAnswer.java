package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.model.Described;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists of some users.
 *
 * @param answers in the order of the question
 */
record BatchAnswer(List<Answer> answers) {

    /** A list, or why there is none. */
    record Answer(
            String userId,

            @Described("Absent if there is a problem.") @Nullable
            RecommendationsAnswer list,

            @Described("Absent if there is a list.") @Nullable
            Failure problem) {

        static Answer of(String userId, RecommendationsAnswer list) {
            return new Answer(userId, list, null);
        }

        static Answer of(String userId, Problem problem) {
            return new Answer(userId, null, new Failure(problem.kind().type(), problem.detail()));
        }
    }

    /** The problem in place of a list. */
    record Failure(
            @Described("The kind, as the type of a problem.")
            String type,

            String detail) {}
}
