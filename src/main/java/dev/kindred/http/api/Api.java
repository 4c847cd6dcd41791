package dev.kindred.http.api;

import dev.kindred.http.Filter;
import dev.kindred.http.Parameter;
import dev.kindred.http.Route;
import dev.kindred.http.Router;
import dev.kindred.model.Ids;
import dev.kindred.query.Queries;
import dev.kindred.recommend.RecommendSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All routes of Kindred. */
public final class Api {

    private final List<Route> routes = new ArrayList<>();

    /**
     * The routes to some queries.
     *
     * @param defaults what a list looks like unless a request says otherwise
     * @param isReady whether the queries can be asked
     * @param maxIdBytes the longest acceptable id
     */
    public Api(Queries queries, RecommendSettings defaults, BooleanSupplier isReady, int maxIdBytes) {
        Parameter<String> user = Parameter.path("id", "The user.", id -> Ids.problem(id, maxIdBytes));
        ListParameters lists = new ListParameters(defaults);
        routes.addAll(new UserRoutes(queries, user, lists).all());
        routes.addAll(new HealthRoutes(isReady).all());
    }

    /** What is served: the document describes these and no others. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /**
     * Serves the routes.
     *
     * @param filters what all calls go through, the first is the outermost
     * @param maxBodyBytes the longest acceptable body
     */
    public Router router(List<Filter> filters, int maxBodyBytes) {
        return new Router(routes, filters, QueryProblems::of, maxBodyBytes);
    }
}
