package dev.kindred.http.api;

import dev.kindred.query.CurrentList;
import dev.kindred.query.Queries;
import dev.kindred.query.UnknownUserException;
import dev.kindred.recommend.RecommendSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for lists on behalf of routes. */
final class Lists {

    private Lists() {}

    /**
     * A user's list.
     *
     * @param orPopular whether an unknown user gets what is popular
     * @throws UnknownUserException if the user is unknown otherwise
     */
    static RecommendationsAnswer of(Source source, String userId, RecommendSettings rules, boolean orPopular) {
        return answer(list(source.queries(), userId, rules, orPopular), rules, source.stale());
    }

    private static CurrentList list(Queries queries, String userId, RecommendSettings rules, boolean orPopular) {
        try {
            return queries.recommendations(userId, rules);
        } catch (UnknownUserException e) {
            if (orPopular) {
                return queries.recommendations(List.of(), rules);
            }
            throw e;
        }
    }

    static RecommendationsAnswer answer(CurrentList list, RecommendSettings rules, @Nullable Boolean stale) {
        return RecommendationsAnswer.of(list, rules.reasons() > 0, stale);
    }
}
