package dev.kindred.http.api;

import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.query.Queries;
import java.util.List;

/** Questions about items, which every instance can answer alone. */
final class ItemRoutes {

    private final Queries queries;
    private final Parameter<String> id;
    private final Parameter<Integer> most = Parameter.integer("k", "The most items to give.", 1, Limits.LIST, 20);

    ItemRoutes(Queries queries, Parameter<String> id) {
        this.queries = queries;
        this.id = id;
    }

    List<Route> all() {
        return List.of(
                Route.get(
                                "/v1/items/popular",
                                "What many people touch, counting recent touches more.",
                                List.of(most),
                                PopularItemsAnswer.class,
                                List.of(ProblemKind.NOT_READY),
                                arguments ->
                                        Reply.json(PopularItemsAnswer.of(queries.popularItems(arguments.get(most)))))
                        .needs(Scope.READ),
                Route.get(
                                "/v1/items/trending",
                                "What many people touch just now.",
                                List.of(most),
                                TrendingItemsAnswer.class,
                                List.of(ProblemKind.NOT_READY),
                                arguments -> Reply.json(
                                        TrendingItemsAnswer.of(queries.trendingItems(arguments.get(most)))))
                        .needs(Scope.READ),
                Route.get(
                                "/v1/items/{id}/similar",
                                "What the people who are drawn to an item are drawn to besides.",
                                List.of(id, most),
                                SimilarItemsAnswer.class,
                                List.of(ProblemKind.UNKNOWN_ITEM, ProblemKind.NOT_READY, ProblemKind.BUSY),
                                arguments -> Reply.json(SimilarItemsAnswer.of(
                                        queries.similarItems(arguments.get(id), arguments.get(most)))))
                        .needs(Scope.READ));
    }
}
