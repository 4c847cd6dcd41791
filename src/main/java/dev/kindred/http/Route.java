package dev.kindred.http;

import java.util.List;
import java.util.Optional;

/**
 * One operation of the API: its request, its answer and its implementation. Both the router and the OpenAPI document
 * use this object.
 *
 * @param method the HTTP method
 * @param path a {@link PathTemplate} with placeholders for the path parameters
 * @param summary one sentence for the document
 * @param parameters the parameters in path and query; others are rejected
 * @param body the record type of the body, if the route has a body
 * @param answer the record type of the answer; {@code Void} if the answer is not JSON of a fixed type
 * @param problems possible problems, besides those of all routes
 * @param action the implementation
 * @param traits properties that have a common default
 */
public record Route(
        String method,
        String path,
        String summary,
        List<Parameter<?>> parameters,
        Optional<Class<?>> body,
        Class<?> answer,
        List<ProblemKind> problems,
        Action action,
        Traits traits) {

    /** The route of all calls that match no other route, so that the filters see them too. */
    public static final Route UNKNOWN = get("", "").open();

    public Route {
        parameters = List.copyOf(parameters);
        problems = List.copyOf(problems);
    }

    /**
     * Properties of a route that have a common default.
     *
     * @param status the HTTP status of a success
     * @param mediaTypes the accepted media types of the body, in lower case; the body is JSON with each of them
     * @param forBrowsers whether pages of other origins may call the route, if the settings allow origins
     * @param urgent whether the route is served at once, even while all workers are busy; its action must not block, and
     *     it has no body
     * @param access the access rules
     */
    public record Traits(int status, List<String> mediaTypes, boolean forBrowsers, boolean urgent, Access access) {

        static final Traits DEFAULT = new Traits(200, List.of(Reply.JSON), false, false, Access.STRICTEST);

        public Traits {
            mediaTypes = List.copyOf(mediaTypes);
        }
    }

    /** The implementation of a route. Safe for many threads. */
    @FunctionalInterface
    public interface Action {

        /**
         * The answer.
         *
         * @throws ProblemException if the arguments are invalid
         */
        Reply answer(Arguments arguments);
    }

    /** A GET request; its default scope is {@link Scope#ADMIN}. */
    public static Route get(String path, String summary) {
        return of("GET", path, summary);
    }

    /** A DELETE request, answered with 204; its default scope is {@link Scope#ADMIN}. */
    public static Route delete(String path, String summary) {
        return of("DELETE", path, summary).answering(204);
    }

    /** A POST request; its default scope is {@link Scope#ADMIN}. */
    public static Route post(String path, String summary) {
        return of("POST", path, summary);
    }

    /** A PUT request; its default scope is {@link Scope#ADMIN}. */
    public static Route put(String path, String summary) {
        return of("PUT", path, summary);
    }

    private static Route of(String method, String path, String summary) {
        Action none = arguments -> {
            throw new IllegalStateException("this route has no action");
        };
        return new Route(
                method, path, summary, List.of(), Optional.empty(), Void.class, List.of(), none, Traits.DEFAULT);
    }

    /** The same with parameters. */
    public Route takes(Parameter<?>... accepted) {
        return takes(List.of(accepted));
    }

    /** The same with parameters. */
    public Route takes(List<Parameter<?>> accepted) {
        return new Route(method, path, summary, accepted, body, answer, problems, action, traits);
    }

    /** The same with a record as its body. */
    public Route reads(Class<?> type) {
        return new Route(method, path, summary, parameters, Optional.of(type), answer, problems, action, traits);
    }

    /** The same with an implementation that answers with a record. */
    public Route answers(Class<?> type, Action implementation) {
        return new Route(method, path, summary, parameters, body, type, problems, implementation, traits);
    }

    /** The same with an implementation whose answer has no fixed type, or is empty. */
    public Route does(Action implementation) {
        return answers(Void.class, implementation);
    }

    /** The same with possible problems. */
    public Route fails(ProblemKind... possible) {
        return fails(List.of(possible));
    }

    /** The same with possible problems. */
    public Route fails(List<ProblemKind> possible) {
        return new Route(method, path, summary, parameters, body, answer, possible, action, traits);
    }

    /** The same with another status of a success. */
    public Route answering(int status) {
        return with(new Traits(status, traits.mediaTypes(), traits.forBrowsers(), traits.urgent(), access()));
    }

    /** The same, also with a body of type text/plain, which browsers send without a preflight request. */
    public Route orPlainText() {
        return with(new Traits(
                traits.status(), List.of(Reply.JSON, "text/plain"), traits.forBrowsers(), traits.urgent(), access()));
    }

    /** The same, also for pages of other origins. */
    public Route toBrowsers() {
        return with(new Traits(traits.status(), traits.mediaTypes(), true, traits.urgent(), access()));
    }

    /** The same, served at once even while all workers are busy. */
    public Route urgent() {
        return with(new Traits(traits.status(), traits.mediaTypes(), traits.forBrowsers(), true, access()));
    }

    /** The same without a key. */
    public Route open() {
        return needs(Scope.OPEN);
    }

    /** The same for callers with a scope. */
    public Route needs(Scope scope) {
        return with(new Access(scope, access().keyInQuery(), access().limited()));
    }

    /** The same, also with the key in the query, for clients that cannot set headers. */
    public Route takingKeyInQuery() {
        return with(new Access(access().scope(), true, access().limited()));
    }

    /** The same without a rate limit. */
    public Route unlimited() {
        return with(new Access(access().scope(), access().keyInQuery(), false));
    }

    private Route with(Access other) {
        return with(new Traits(traits.status(), traits.mediaTypes(), traits.forBrowsers(), traits.urgent(), other));
    }

    private Route with(Traits changed) {
        return new Route(method, path, summary, parameters, body, answer, problems, action, changed);
    }

    /** The access rules. */
    public Access access() {
        return traits.access();
    }

    /** Method and path with placeholders; contains no user ids. */
    public String pattern() {
        return method + " " + path;
    }

    /** Whether the route accepts a method: its own, and HEAD if it is a GET route that changes nothing. */
    boolean accepts(String other) {
        return other.equals(method) || (!changes() && other.equals("HEAD"));
    }

    /** Whether the route may change something: all methods but GET, and the beacon that pages load as an image. */
    public boolean changes() {
        return !method.equals("GET") || access().scope() == Scope.EVENTS;
    }

    boolean isKey(String parameter) {
        return access().keyInQuery() && parameter.equals(Access.KEY_PARAMETER);
    }

    /** The same operation for one path that its template matches, without the parameters in the path. */
    Route at(String literal) {
        return new Route(
                method,
                literal,
                summary,
                parameters.stream().filter(Parameter::isInQuery).toList(),
                body,
                answer,
                problems,
                action,
                traits);
    }

    boolean isUnknown() {
        return path.isEmpty();
    }
}
