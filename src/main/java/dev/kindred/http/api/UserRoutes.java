package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.model.Described;
import dev.kindred.query.SimilarUser;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                Route.get("/v1/users/{id}/recommendations", "Recommendations for a user.")
                        .takes(rules.forKnownUsers(List.of(id)))
                        .answers(RecommendationsAnswer.class, this::recommendations)
                        .fails(PROBLEMS)
                        .needs(Scope.READ),
                Route.get("/v1/users/{id}/profile", "The profile of a user.")
                        .takes(id)
                        .answers(ProfileAnswer.class, this::profile)
                        .fails(PROBLEMS)
                        .needs(Scope.EXPLAIN),
                Route.get(
                                "/v1/users/{id}/neighbors",
                                "The nearest neighbors of a user, under pseudonyms, with their similarities.")
                        .takes(id, limit)
                        .answers(NeighborsAnswer.class, this::neighbors)
                        .fails(PROBLEMS)
                        .needs(Scope.ADMIN),
                Route.get(
                                "/v1/users/{id}/data",
                                "All that the stores hold about a user, for a person who asks for it; of an unknown"
                                        + " user, where it was looked for. kindred privacy export adds the topics.")
                        .takes(id)
                        .answers(UserDataAnswer.class, this::data)
                        .fails(ProblemKind.NOT_READY, ProblemKind.BUSY)
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

    private Reply data(Arguments arguments) {
        String userId = arguments.get(id);
        ListQuestion usual = rules.usualWithReasons();
        return calls.answer(arguments, userId, source -> Reply.json(UserDataAnswer.of(userId, source, usual)));
    }

    /** Neighbors as JSON. */
    record NeighborsAnswer(
            @Described("Most similar first.") List<Neighbor> neighbors,

            @Described("True if a standby copy answers, which may lag behind; absent otherwise.") @Nullable
            Boolean stale) {

        NeighborsAnswer {
            neighbors = List.copyOf(neighbors);
        }

        /** One neighbor. */
        record Neighbor(
                @Described("A pseudonym of 16 hexadecimal digits; the same in every answer if privacy.secret is set.")
                String key,

                @Described("In (0, 1].") double similarity) {}

        static NeighborsAnswer of(List<SimilarUser> users, @Nullable Boolean stale) {
            return new NeighborsAnswer(
                    users.stream()
                            .map(user -> new Neighbor(HexFormat.of().toHexDigits(user.key()), user.similarity()))
                            .toList(),
                    stale);
        }
    }
}
