package dev.kindred.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.Arguments;
import dev.kindred.http.Json;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.intake.IntakeReport;
import dev.kindred.intake.ItemValidator;
import dev.kindred.intake.Reading;
import dev.kindred.intake.Rejection;
import dev.kindred.intake.RejectionReason;
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
                                IntakeReport.class,
                                arguments -> Reply.json(202, intake.takeReadable(posted(arguments))))
                        .fails(PROBLEMS)
                        .answering(202)
                        .needs(Scope.WRITE));
    }

    private Reply put(Arguments arguments) {
        RawItem item = ItemBody.read(arguments.json()).of(arguments.get(id), clock.millis());
        intake.take(List.of(item));
        return Reply.json(202, ItemAnswer.of(ItemValidator.accepted(item)));
    }

    private Reply remove(Arguments arguments) {
        intake.keep(ItemChange.removal(arguments.get(id)));
        return Reply.empty();
    }

    /** Each item is read for itself, so that a bad one does not refuse the others. */
    private List<Reading<RawItem>> posted(Arguments arguments) {
        long nowMs = clock.millis();
        return Json.read(arguments.json(), ItemNodes.class).items().stream()
                .map(item -> read(item, nowMs))
                .toList();
    }

    private static Reading<RawItem> read(JsonNode item, long nowMs) {
        try {
            return new Reading.Read<>(ItemBody.read(item).at(nowMs));
        } catch (ProblemException e) {
            return new Reading.Failed<>(
                    new Rejection(RejectionReason.UNDECODABLE, e.problem().detail()));
        }
    }

    /** The body as it is read. */
    record ItemNodes(List<JsonNode> items) {

        ItemNodes {
            items = Limits.checked(items, "items", Limits.ITEMS);
        }
    }

    /**
     * The body as the document describes it.
     *
     * @param items of several with one id, the last holds
     */
    record ItemsPost(
            @Described(
                    value = "One item or many, each with its id; of several with one id, the last holds.",
                    maxItems = Limits.ITEMS,
                    each = "itemId")
            List<ItemBody> items) {}
}
