package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.model.SimilarItem;
import dev.kindred.query.Queries;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions about items, which every instance can answer alone. */
final class ItemRoutes {

    private static final String PURCHASES = "purchases";
    private static final String CONTENT = "content";

    private final Queries queries;
    private final Clock clock;
    private final Parameter<String> id;
    private final Parameter<Integer> most = Parameter.integer("k", "The most items to give.", 1, Limits.LIST, 20);

    private final Parameter<Optional<String>> category = Parameter.text(
                    "category",
                    "The items of this category alone, and of those below it, its steps separated by >, as in"
                            + " Home > Kitchen; else all.")
            .optional();

    private final Parameter<String> by = Parameter.choice(
            "by",
            "What counts: all that people do, or their purchases alone, for what is bought together.",
            Set.of("all", PURCHASES, CONTENT),
            "all");

    /** @param clock tells what is sold by now */
    ItemRoutes(Queries queries, Parameter<String> id, Clock clock) {
        this.queries = queries;
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.get(
                                "/v1/items/popular",
                                "What many people touch, counting recent touches more.",
                                List.of(most, category),
                                PopularItemsAnswer.class,
                                List.of(ProblemKind.NOT_READY),
                                this::popular)
                        .needs(Scope.READ),
                Route.get(
                                "/v1/items/trending",
                                "What many people touch just now.",
                                List.of(most, category),
                                TrendingItemsAnswer.class,
                                List.of(ProblemKind.NOT_READY),
                                this::trending)
                        .needs(Scope.READ),
                Route.get(
                                "/v1/items/recent",
                                "What the shop has not sold for long.",
                                List.of(most, category),
                                RecentItemsAnswer.class,
                                List.of(ProblemKind.NOT_READY),
                                this::recent)
                        .needs(Scope.READ),
                Route.get(
                                "/v1/items/{id}",
                                "What the shop says of an item.",
                                List.of(id),
                                ItemAnswer.class,
                                List.of(ProblemKind.UNKNOWN_ITEM, ProblemKind.NOT_READY),
                                arguments -> Reply.json(ItemAnswer.of(queries.item(arguments.get(id)))))
                        .needs(Scope.READ),
                Route.get(
                                "/v1/items/{id}/similar",
                                "What the people who are drawn to an item are drawn to besides.",
                                List.of(id, most, by),
                                SimilarItemsAnswer.class,
                                List.of(ProblemKind.UNKNOWN_ITEM, ProblemKind.NOT_READY, ProblemKind.BUSY),
                                arguments -> Reply.json(new SimilarItemsAnswer(similar(arguments))))
                        .needs(Scope.READ));
    }

    private Reply popular(Arguments arguments) {
        return Reply.json(PopularItemsAnswer.of(queries.popularItems(arguments.get(most), arguments.get(category))));
    }

    private Reply trending(Arguments arguments) {
        return Reply.json(TrendingItemsAnswer.of(queries.trendingItems(arguments.get(most), arguments.get(category))));
    }

    private Reply recent(Arguments arguments) {
        return Reply.json(RecentItemsAnswer.of(
                queries.recentItems(arguments.get(most), arguments.get(category), clock.millis())));
    }

    private List<SimilarItem> similar(Arguments arguments) {
        String item = arguments.get(id);
        int k = arguments.get(most);
        return switch (arguments.get(by)) {
            case PURCHASES -> queries.boughtTogether(item, k);
            case CONTENT -> queries.alikeItems(item, k);
            default -> queries.similarItems(item, k);
        };
    }
}
