package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import java.util.List;

/** Queries on one user. */
final class UserRoutes {

    private static final List<ProblemKind> PROBLEMS =
            List.of(ProblemKind.UNKNOWN_USER, ProblemKind.NOT_READY, ProblemKind.BUSY);

    private final UserCalls calls;
    private final ListParameters rules;
    private final Parameter<String> id;
    private final Parameter<Integer> limit =
            Parameter.integer("k", "The greatest number of neighbors to return.", 1, Limits.LIST, 20);

    UserRoutes(UserCalls calls, ListParameters rules, Parameter<String> id) {
        this.calls = calls;
        this.rules = rules;
        this.id = id;
    }

    List<Route> all() {
        return List.of(
                Route.get(
                                "/v1/users/{id}/recommendations",
                                "Recommendations for a user.",
                                rules.forKnownUsers(List.of(id)),
                                RecommendationsAnswer.class,
                                PROBLEMS,
                                this::recommendations)
                        .needs(Scope.READ),
                Route.get(
                                "/v1/users/{id}/profile",
                                "The profile of a user.",
                                List.of(id),
                                ProfileAnswer.class,
                                PROBLEMS,
                                this::profile)
                        .needs(Scope.ADMIN),
                Route.get(
                                "/v1/users/{id}/neighbors",
                                "The nearest neighbors of a user, under pseudonyms, with their similarities.",
                                List.of(id, limit),
                                NeighborsAnswer.class,
                                PROBLEMS,
                                this::neighbors)
                        .needs(Scope.ADMIN));
    }

    private Reply recommendations(Arguments arguments) {
        String userId = arguments.get(id);
        ListQuestion wanted = rules.of(arguments);
        boolean orPopular = rules.orPopular(arguments);
        return calls.answer(arguments, userId, source -> Reply.json(wanted.ofUser(userId, source, orPopular)));
    }

    private Reply profile(Arguments arguments) {
        String userId = arguments.get(id);
        return calls.answer(
                arguments,
                userId,
                source -> Reply.json(ProfileAnswer.of(source.queries().profile(userId), source.stale())));
    }

    private Reply neighbors(Arguments arguments) {
        String userId = arguments.get(id);
        int k = arguments.get(limit);
        return calls.answer(
                arguments,
                userId,
                source -> Reply.json(NeighborsAnswer.of(source.queries().neighbors(userId, k), source.stale())));
    }
}
