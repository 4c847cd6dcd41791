package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.intake.ItemValidator;
import dev.kindred.model.ItemChange;
import dev.kindred.model.RawItem;
import java.time.Clock;
import java.util.List;

/**
 * Changes what the shop says of its items. A change that is accepted is kept for good, and shows when its topic has been
 * read back: on every instance, a moment later. Changes of one item that a client makes one after the other hold in that
 * order.
 */
final class CatalogRoutes {

    private static final String ITEM = "/v1/items/{id}";
    private static final List<ProblemKind> PROBLEMS =
            List.of(ProblemKind.INVALID_ITEM, ProblemKind.BROKERS_UNREACHABLE);

    private final IntakeCalls<RawItem, ItemChange> intake;
    private final Parameter<String> id;
    private final Clock clock;

    /** @param clock tells the time of items that come without one */
    CatalogRoutes(Intake<RawItem, ItemChange> intake, Parameter<String> id, Clock clock) {
        this.intake = new IntakeCalls<>(intake, ProblemKind.INVALID_ITEM, "items");
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.put(
                                ITEM,
                                "Say all that is true of an item from now on. It shows a moment after the answer, which"
                                        + " gives it as it was taken.",
                                List.of(id),
                                ItemBody.class,
                                ItemAnswer.class,
                                PROBLEMS,
                                this::put)
                        .answering(202)
                        .needs(Scope.WRITE),
                Route.delete(
                                ITEM,
                                "Take an item out of the catalog, if it is there. What shoppers did with it stays.",
                                List.of(id),
                                List.of(ProblemKind.BROKERS_UNREACHABLE),
                                this::remove)
                        .needs(Scope.WRITE),
                Route.post(
                                "/v1/items",
                                "The same as putting each of some items. What breaks a rule is told line by line and"
                                        + " keeps nothing else back.",
                                List.of(),
                                ItemsPost.class,
                                IntakeAnswer.class,
                                PROBLEMS,
                                arguments -> Reply.json(202, IntakeAnswer.of(intake.take(posted(arguments)))))
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
}
