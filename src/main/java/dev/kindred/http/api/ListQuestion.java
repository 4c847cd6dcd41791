package dev.kindred.http.api;

import dev.kindred.model.Interaction;
import dev.kindred.query.CurrentList;
import dev.kindred.query.Queries;
import dev.kindred.query.QueryException;
import dev.kindred.query.ScenarioQuestion;
import java.util.List;

/**
 * A request for a list.
 *
 * @param question the query
 * @param explanation the explanation of every item
 * @param unlimited whether the list may tell of items that few users have: the caller is an administrator
 */
record ListQuestion(ScenarioQuestion question, Explanation explanation, boolean unlimited) {

    /** The same question for a list that goes to shoppers. */
    ListQuestion forShoppers() {
        return new ListQuestion(question, explanation, false);
    }

    private Queries allowed(Queries queries) {
        return unlimited ? queries.unlimited() : queries;
    }

    /** The answer for a session. */
    RecommendationsAnswer ofSession(List<Interaction> session, Queries queries) {
        return RecommendationsAnswer.of(
                allowed(queries).recommendations(session, question), false, explanation.describer(queries), null);
    }

    /**
     * The answer for a user.
     *
     * @param orPopular whether an unknown user gets a fallback: the list of a user without events, filled up with
     *     popular items
     * @throws QueryException.UnknownUser if the user is unknown and gets no fallback
     */
    RecommendationsAnswer ofUser(String userId, Source source, boolean orPopular) {
        Queries queries = allowed(source.queries());
        try {
            return answer(queries.recommendations(userId, question), false, source);
        } catch (QueryException.UnknownUser e) {
            if (orPopular) {
                return answer(queries.recommendations(List.of(), question.fillUpFor(userId)), true, source);
            }
            throw e;
        }
    }

    private RecommendationsAnswer answer(CurrentList list, boolean isFallback, Source source) {
        return RecommendationsAnswer.of(list, isFallback, explanation.describer(source.queries()), source.stale());
    }
}
