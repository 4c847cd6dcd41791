package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.query.Queries;
import java.util.List;

/** Questions about one user. */
final class UserRoutes {

    private static final List<ProblemKind> PROBLEMS =
            List.of(ProblemKind.UNKNOWN_USER, ProblemKind.NOT_READY, ProblemKind.BUSY);

    private final Queries queries;
    private final Lists lists;
    private final ListParameters rules;
    private final Parameter<String> id;
    private final Parameter<Integer> most = Parameter.integer("k", "The most neighbors to give.", 1, Limits.LIST, 20);

    UserRoutes(Queries queries, ListParameters rules, Parameter<String> id) {
        this.queries = queries;
        this.lists = new Lists(queries);
        this.rules = rules;
        this.id = id;
    }

    List<Route> all() {
        return List.of(
                Route.get(
                        "/v1/users/{id}/recommendations",
                        "What to show a user now.",
                        rules.forKnownUsers(List.of(id)),
                        RecommendationsAnswer.class,
                        PROBLEMS,
                        this::recommendations),
                Route.get(
                        "/v1/users/{id}/profile",
                        "What is known of a user.",
                        List.of(id),
                        ProfileAnswer.class,
                        PROBLEMS,
                        arguments -> Reply.json(ProfileAnswer.of(queries.profile(arguments.get(id))))),
                Route.get(
                        "/v1/users/{id}/neighbors",
                        "How similar the most similar users are, under pseudonyms.",
                        List.of(id, most),
                        NeighborsAnswer.class,
                        PROBLEMS,
                        this::neighbors));
    }

    private Reply recommendations(Arguments arguments) {
        return Reply.json(lists.of(arguments.get(id), rules.of(arguments), rules.orPopular(arguments)));
    }

    private Reply neighbors(Arguments arguments) {
        return Reply.json(NeighborsAnswer.of(queries.neighbors(arguments.get(id), arguments.get(most))));
    }
}
