package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.intake.ItemValidator;
import dev.kindred.model.Described;
import dev.kindred.model.ItemChange;
import dev.kindred.model.RawItem;
import java.time.Clock;
import java.util.List;

/**
 * Changes the catalog. An accepted change is durable. Every instance shows it once it has read the topic back, a moment
 * later. Successive changes of one item by one client keep their order.
 */
final class CatalogRoutes {

    private static final String ITEM = "/v1/items/{id}";
    private static final List<ProblemKind> PROBLEMS =
            List.of(ProblemKind.INVALID_ITEM, ProblemKind.BROKERS_UNREACHABLE);

    private final IntakeCalls<RawItem, ItemChange> intake;
    private final Parameter<String> id;
    private final Clock clock;

    /** @param clock gives the time of items that come without one */
    CatalogRoutes(Intake<RawItem, ItemChange> intake, Parameter<String> id, Clock clock) {
        this.intake = new IntakeCalls<>(intake, ProblemKind.INVALID_ITEM, "items");
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.put(
                                ITEM,
                                "Put an item into the catalog, replacing all its fields. The change is visible shortly"
                                        + " after the answer, which returns the stored item.")
                        .takes(id)
                        .reads(ItemBody.class)
                        .answers(ItemAnswer.class, this::put)
                        .fails(PROBLEMS)
                        .answering(202)
                        .needs(Scope.WRITE),
                Route.delete(ITEM, "Remove an item from the catalog, if it exists. Its interactions stay.")
                        .takes(id)
                        .does(this::remove)
                        .fails(ProblemKind.BROKERS_UNREACHABLE)
                        .needs(Scope.WRITE),
                Route.post(
                                "/v1/items",
                                "Put many items into the catalog. Items that break a rule are listed one by one, and"
                                        + " the others are accepted.")
                        .reads(ItemsPost.class)
                        .answers(
                                IntakeAnswer.class,
                                arguments -> Reply.json(202, IntakeAnswer.of(intake.take(posted(arguments)))))
                        .fails(PROBLEMS)
                        .answering(202)
                        .needs(Scope.WRITE));
    }

    private Reply put(Arguments arguments) {
        RawItem item = arguments.body(ItemBody.class).of(arguments.get(id), clock.millis());
        intake.take(List.of(item));
        return Reply.json(202, ItemAnswer.of(ItemValidator.accepted(item)));
    }

    private Reply remove(Arguments arguments) {
        intake.keep(ItemChange.removal(arguments.get(id)));
        return Reply.empty();
    }

    private List<RawItem> posted(Arguments arguments) {
        long nowMs = clock.millis();
        return arguments.body(ItemsPost.class).items().stream()
                .map(item -> item.at(nowMs))
                .toList();
    }

    /**
     * Items to be put into the catalog.
     *
     * @param items of several with one id, the last holds
     */
    record ItemsPost(
            @Described(
                    value = "One item or many, each with its id; of several with one id, the last holds.",
                    maxItems = Limits.ITEMS,
                    each = "itemId")
            List<ItemBody> items) {

        ItemsPost {
            items = Limits.checked(items, "items", Limits.ITEMS);
        }
    }
}
