package dev.kindred.http.api;

import dev.kindred.query.CurrentList;
import dev.kindred.query.Queries;
import dev.kindred.query.UnknownUserException;
import dev.kindred.recommend.RecommendSettings;
import java.util.List;

/** Asks for lists on behalf of routes. */
final class Lists {

    private final Queries queries;

    Lists(Queries queries) {
        this.queries = queries;
    }

    /**
     * A user's list.
     *
     * @param orPopular whether an unknown user gets what is popular
     * @throws UnknownUserException if the user is unknown otherwise
     */
    RecommendationsAnswer of(String userId, RecommendSettings rules, boolean orPopular) {
        return answer(list(userId, rules, orPopular), rules);
    }

    private CurrentList list(String userId, RecommendSettings rules, boolean orPopular) {
        try {
            return queries.recommendations(userId, rules);
        } catch (UnknownUserException e) {
            if (orPopular) {
                return queries.recommendations(List.of(), rules);
            }
            throw e;
        }
    }

    static RecommendationsAnswer answer(CurrentList list, RecommendSettings rules) {
        return RecommendationsAnswer.of(list, rules.reasons() > 0);
    }
}
