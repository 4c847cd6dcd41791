package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.http.api.ItemLists.FoundItemsAnswer;
import dev.kindred.http.api.ItemLists.PopularItemsAnswer;
import dev.kindred.http.api.ItemLists.RecentItemsAnswer;
import dev.kindred.http.api.ItemLists.SimilarItemsAnswer;
import dev.kindred.http.api.ItemLists.TrendingItemsAnswer;
import dev.kindred.model.Described;
import dev.kindred.model.Item;
import dev.kindred.model.SimilarItem;
import dev.kindred.query.CatalogSummary;
import dev.kindred.query.Gap;
import dev.kindred.query.Queries;
import dev.kindred.query.QueryException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private final Parameter<Optional<String>> words = Parameter.text(
                    "q",
                    "Words that the item must contain in its id, title, brand, categories or tags; all items if"
                            + " absent.")
            .optional();

    private final Parameter<Optional<Gap>> lacking = Parameter.constant(
                    "without",
                    "Only items that lack this: stock means that they cannot be bought now, visibility that they are"
                            + " hidden, users that no user, or fewer than privacy.minimum.support, has touched them.",
                    Gap.class)
            .optional();

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
                Route.get("/v1/items/summary", "How complete the catalog is, in numbers of items.")
                        .answers(
                                CatalogSummary.class,
                                arguments -> Reply.json(allowed(arguments).catalogSummary()))
                        .fails(ProblemKind.NOT_READY)
                        .needs(Scope.READ),
                Route.get("/v1/items", "Items of the catalog, hidden ones too, the most popular first.")
                        .takes(words, lacking, limit)
                        .answers(FoundItemsAnswer.class, this::find)
                        .fails(ProblemKind.NOT_READY)
                        .needs(Scope.READ),
                Route.post("/v1/items/lookup", "Items of the catalog by their ids; unknown ones are left out.")
                        .reads(LookupQuestion.class)
                        .answers(LookupAnswer.class, this::lookUp)
                        .fails(ProblemKind.NOT_READY)
                        .needs(Scope.READ),
                Route.get(
                                "/v1/items/{id}",
                                "An item of the catalog. One whose id is a word of another path, such as popular, comes"
                                        + " from /v1/items/lookup.")
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

    private Queries allowed(Arguments arguments) {
        return arguments.grants(Scope.ADMIN) ? queries.unlimited() : queries;
    }

    private Reply find(Arguments arguments) {
        return Reply.json(FoundItemsAnswer.of(allowed(arguments)
                .findItems(arguments.get(words).orElse(""), arguments.get(lacking), arguments.get(limit))));
    }

    private Reply lookUp(Arguments arguments) {
        return Reply.json(new LookupAnswer(arguments.body(LookupQuestion.class).itemIds().stream()
                .distinct()
                .flatMap(this::known)
                .map(ItemAnswer::of)
                .toList()));
    }

    private Stream<Item> known(String itemId) {
        try {
            return Stream.of(queries.item(itemId));
        } catch (QueryException.UnknownItem e) {
            return Stream.empty();
        }
    }

    private Reply popular(Arguments arguments) {
        return Reply.json(
                PopularItemsAnswer.of(allowed(arguments).popularItems(arguments.get(limit), arguments.get(category))));
    }

    private Reply trending(Arguments arguments) {
        return Reply.json(TrendingItemsAnswer.of(
                allowed(arguments).trendingItems(arguments.get(limit), arguments.get(category))));
    }

    private Reply recent(Arguments arguments) {
        return Reply.json(RecentItemsAnswer.of(
                queries.recentItems(arguments.get(limit), arguments.get(category), clock.millis())));
    }

    private List<SimilarItem> similar(Arguments arguments) {
        String item = arguments.get(id);
        int k = arguments.get(limit);
        return switch (arguments.get(by)) {
            case PURCHASES -> allowed(arguments).boughtTogether(item, k);
            case CONTENT -> queries.alikeItems(item, k);
            default -> allowed(arguments).similarItems(item, k);
        };
    }

    /** Ids to look up. */
    record LookupQuestion(
            @Described(value = "The ids, in any order.", maxItems = Limits.ITEMS, pattern = Described.ID)
            List<String> itemIds) {

        LookupQuestion {
            itemIds = Limits.checked(itemIds, "itemIds", Limits.ITEMS);
        }
    }

    /** Items as JSON. */
    record LookupAnswer(
            @Described("The known ones, in the order of the question.")
            List<ItemAnswer> items) {

        LookupAnswer {
            items = List.copyOf(items);
        }
    }
}
