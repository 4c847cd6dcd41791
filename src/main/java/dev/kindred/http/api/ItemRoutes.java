package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.http.api.ItemLists.PopularItemsAnswer;
import dev.kindred.http.api.ItemLists.RecentItemsAnswer;
import dev.kindred.http.api.ItemLists.SimilarItemsAnswer;
import dev.kindred.http.api.ItemLists.TrendingItemsAnswer;
import dev.kindred.model.SimilarItem;
import dev.kindred.query.Queries;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queries on items; every instance can answer them alone. */
final class ItemRoutes {

    private static final String PURCHASES = "purchases";
    private static final String CONTENT = "content";

    private final Queries queries;
    private final Clock clock;
    private final Parameter<String> id;
    private final Parameter<Integer> limit =
            Parameter.integer("k", "The greatest number of items to return.", 1, Limits.LIST, 20);

    private final Parameter<Optional<String>> category = Parameter.text(
                    "category",
                    "Only items of this category and its subcategories, the steps separated by >, as in"
                            + " Home > Kitchen; all items if absent.")
            .optional();

    private final Parameter<String> by = Parameter.choice(
            "by",
            "The basis of the similarity: all interactions, purchases only (bought together), or content.",
            Set.of("all", PURCHASES, CONTENT),
            "all");

    /** @param clock the current time, for new arrivals */
    ItemRoutes(Queries queries, Parameter<String> id, Clock clock) {
        this.queries = queries;
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.get("/v1/items/popular", "Popular items: many users touch them; recent touches count more.")
                        .takes(limit, category)
                        .answers(PopularItemsAnswer.class, this::popular)
                        .fails(ProblemKind.NOT_READY)
                        .needs(Scope.READ),
                Route.get("/v1/items/trending", "Trending items: many users touch them now.")
                        .takes(limit, category)
                        .answers(TrendingItemsAnswer.class, this::trending)
                        .fails(ProblemKind.NOT_READY)
                        .needs(Scope.READ),
                Route.get("/v1/items/recent", "New arrivals, newest first.")
                        .takes(limit, category)
                        .answers(RecentItemsAnswer.class, this::recent)
                        .fails(ProblemKind.NOT_READY)
                        .needs(Scope.READ),
                Route.get("/v1/items/{id}", "An item of the catalog.")
                        .takes(id)
                        .answers(
                                ItemAnswer.class,
                                arguments -> Reply.json(ItemAnswer.of(queries.item(arguments.get(id)))))
                        .fails(ProblemKind.UNKNOWN_ITEM, ProblemKind.NOT_READY)
                        .needs(Scope.READ),
                Route.get("/v1/items/{id}/similar", "Similar items: the same users are interested in them.")
                        .takes(id, limit, by)
                        .answers(
                                SimilarItemsAnswer.class,
                                arguments -> Reply.json(new SimilarItemsAnswer(similar(arguments))))
                        .fails(ProblemKind.UNKNOWN_ITEM, ProblemKind.NOT_READY, ProblemKind.BUSY)
                        .needs(Scope.READ));
    }

    private Reply popular(Arguments arguments) {
        return Reply.json(PopularItemsAnswer.of(queries.popularItems(arguments.get(limit), arguments.get(category))));
    }

    private Reply trending(Arguments arguments) {
        return Reply.json(TrendingItemsAnswer.of(queries.trendingItems(arguments.get(limit), arguments.get(category))));
    }

    private Reply recent(Arguments arguments) {
        return Reply.json(RecentItemsAnswer.of(
                queries.recentItems(arguments.get(limit), arguments.get(category), clock.millis())));
    }

    private List<SimilarItem> similar(Arguments arguments) {
        String item = arguments.get(id);
        int k = arguments.get(limit);
        return switch (arguments.get(by)) {
            case PURCHASES -> queries.boughtTogether(item, k);
            case CONTENT -> queries.alikeItems(item, k);
            default -> queries.similarItems(item, k);
        };
    }
}
