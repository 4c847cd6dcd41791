package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.query.CurrentList;
import dev.kindred.query.Queries;
import dev.kindred.query.UnknownUserException;
import dev.kindred.recommend.RecommendSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Questions about one user. */
final class UserRoutes {

    private static final List<ProblemKind> PROBLEMS =
            List.of(ProblemKind.UNKNOWN_USER, ProblemKind.NOT_READY, ProblemKind.BUSY);
    private static final String POPULAR = "popular";

    private final Queries queries;
    private final Parameter<String> id;
    private final ListParameters lists;
    private final Parameter<String> fallback = Parameter.choice(
            "fallback",
            "What an unknown user gets: nothing but a problem (none), or what is popular, marked as fallback.",
            Set.of("none", POPULAR),
            "none");

    UserRoutes(Queries queries, Parameter<String> id, ListParameters lists) {
        this.queries = queries;
        this.id = id;
        this.lists = lists;
    }

    List<Route> all() {
        return List.of(Route.get(
                "/v1/users/{id}/recommendations",
                "What to show a user now.",
                listParameters(),
                RecommendationsAnswer.class,
                PROBLEMS,
                this::recommendations));
    }

    private List<Parameter<?>> listParameters() {
        List<Parameter<?>> parameters = new ArrayList<>();
        parameters.add(id);
        parameters.addAll(lists.all());
        parameters.add(fallback);
        return parameters;
    }

    private Reply recommendations(Arguments arguments) {
        String userId = arguments.get(id);
        RecommendSettings rules = lists.of(arguments);
        boolean orPopular = arguments.get(fallback).equals(POPULAR);
        return Reply.json(RecommendationsAnswer.of(list(userId, rules, orPopular), rules.reasons() > 0));
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
}
