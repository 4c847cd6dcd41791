package dev.kindred.http.api;

import dev.kindred.http.Filter;
import dev.kindred.http.Parameter;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Router;
import dev.kindred.http.console.Console;
import dev.kindred.model.Ids;
import dev.kindred.query.Queries;
import dev.kindred.query.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All routes of Kindred: a new one takes one line here, or one in its group. */
public final class Api {

    /** The routes for pages of the shop; routes with more user data than the list are for servers only. */
    private static final Set<String> FOR_BROWSERS = Set.of(
            "/v1/events",
            "/v1/events/beacon",
            "/v1/recommendations",
            "/v1/users/{id}/recommendations",
            "/v1/items/popular",
            "/v1/items/trending",
            "/v1/items/{id}/similar");

    private final List<Route> routes;

    /**
     * The routes to some queries.
     *
     * @param cluster the other instances
     * @param status of the instance that answers
     * @param metrics of the instance, as its monitoring reads them
     * @param inspection of the instance, for people
     * @param intakes take what comes over HTTP
     * @param clock gives the time of events, items and merges that come without one
     */
    public Api(
            Queries queries,
            Cluster cluster,
            Supplier<Status> status,
            Supplier<Reply> metrics,
            Inspection inspection,
            Intakes intakes,
            ApiSettings settings,
            Clock clock) {
        UserCalls calls = new UserCalls(queries, cluster);
        ListParameters rules = new ListParameters(settings, clock);
        List<Route> described = new ArrayList<>();
        described.addAll(new UserRoutes(calls, rules, id("The user.", settings)).all());
        described.addAll(new SegmentRoutes(queries, calls, clock).all());
        described.addAll(new ItemRoutes(queries, id("The item.", settings), clock).all());
        described.addAll(new ListRoutes(queries, calls, rules, settings.intake(), clock).all());
        described.addAll(new EventRoutes(intakes.events(), clock).all());
        described.addAll(new CatalogRoutes(intakes.items(), id("The item.", settings), clock).all());
        described.addAll(
                new MergeRoutes(intakes.merges(), id("The user into whom the other is merged.", settings), clock)
                        .all());
        described.addAll(new ErasureRoutes(
                        intakes.erasures(), calls, cluster.directory(), id("The user to forget.", settings), clock)
                .all());
        described.addAll(new AttributesRoutes(intakes.users(), id("The user.", settings), clock).all());
        described.addAll(new StatusRoutes(status, metrics, settings.version()).all());
        described.addAll(new ScenarioRoutes(inspection, settings.scenarios(), calls, rules).all());
        described.addAll(new ExperimentRoutes(settings.scenarios(), clock).all());
        described.addAll(new OutcomeRoutes(inspection).all());
        described.addAll(new ConsoleRoutes(status, inspection, settings).all());
        described.addAll(Console.routes());
        described.replaceAll(route -> FOR_BROWSERS.contains(route.path()) ? route.toBrowsers() : route);
        this.routes = List.copyOf(DocumentRoutes.describing(described, settings));
    }

    private static Parameter<String> id(String sentence, ApiSettings settings) {
        int maxBytes = settings.intake().maxIdBytes();
        return Parameter.path("id", sentence, maxBytes, id -> Ids.problem(id, maxBytes));
    }

    /** All served routes; the document describes exactly these. */
    public List<Route> routes() {
        return routes;
    }

    /**
     * Serves the routes.
     *
     * @param filters the filters of all calls, outermost first
     * @param maxBodyBytes the longest acceptable body
     */
    public Router router(List<Filter> filters, int maxBodyBytes) {
        return new Router(routes, filters, QueryProblems::of, maxBodyBytes);
    }
}
