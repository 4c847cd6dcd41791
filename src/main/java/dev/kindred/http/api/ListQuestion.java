package dev.kindred.http.api;

import dev.kindred.model.Interaction;
import dev.kindred.query.CurrentList;
import dev.kindred.query.Queries;
import dev.kindred.query.ScenarioQuestion;
import dev.kindred.query.UnknownUserException;
import dev.kindred.recommend.RecommendSettings;
import java.util.List;
import java.util.Optional;

/**
 * A list that a client asks for.
 *
 * @param rules what it looks like, unless it is for a place of the shop
 * @param scenario that place, if it is for one
 * @param explanation how much is said of every item
 */
record ListQuestion(RecommendSettings rules, Optional<ScenarioQuestion> scenario, Explanation explanation) {

    CurrentList ofUser(String userId, Queries queries) {
        return scenario.isPresent()
                ? queries.recommendations(userId, scenario.get())
                : queries.recommendations(userId, rules);
    }

    CurrentList ofSession(List<Interaction> session, Queries queries) {
        return scenario.isPresent()
                ? queries.recommendations(session, scenario.get())
                : queries.recommendations(session, rules);
    }

    /**
     * A user's list as it is answered.
     *
     * @param orPopular whether an unknown user gets what somebody gets who has done nothing
     * @throws UnknownUserException if the user is unknown otherwise
     */
    RecommendationsAnswer answer(Source source, String userId, boolean orPopular) {
        return RecommendationsAnswer.of(
                ofUserOrNobody(userId, source.queries(), orPopular),
                explanation.describer(source.queries()),
                source.stale());
    }

    private CurrentList ofUserOrNobody(String userId, Queries queries, boolean orPopular) {
        try {
            return ofUser(userId, queries);
        } catch (UnknownUserException e) {
            if (orPopular) {
                return ofSession(List.of(), queries);
            }
            throw e;
        }
    }
}
