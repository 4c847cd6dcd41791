package dev.kindred.http;

import java.util.List;
import java.util.Optional;

/**
 * One operation: how it is asked, what it answers, and who does it. The server registers it and the document describes it
 * from this one object.
 *
 * @param method of HTTP
 * @param path with holes for the parameters in it
 * @param summary a sentence for people
 * @param parameters of path and query; any other is refused
 * @param body the shape of the body, a record, if there is one
 * @param answer the shape of the answer, a record; {@code Void} for what is no JSON of a fixed shape
 * @param problems what may go wrong, beside what may go wrong everywhere
 * @param action what it does
 * @param traits what is the same for most routes
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

    /** Takes all calls that no route matches, so that filters see them too. */
    public static final Route UNKNOWN = get("", "", List.of(), Void.class, List.of(), arguments -> {
                throw new IllegalStateException("there is nothing to do here");
            })
            .open();

    public Route {
        parameters = List.copyOf(parameters);
        problems = List.copyOf(problems);
    }

    /**
     * What is the same for most routes.
     *
     * @param status of HTTP when all goes well
     * @param mediaTypes what the JSON of a body may be called, in lower case
     * @param forBrowsers whether pages of other origins may call it, where the settings let any
     * @param access who may call it
     */
    public record Traits(int status, List<String> mediaTypes, boolean forBrowsers, Access access) {

        static final Traits USUAL = new Traits(200, List.of(Reply.JSON), false, Access.STRICTEST);

        public Traits {
            mediaTypes = List.copyOf(mediaTypes);
        }
    }

    /** What a route does. Safe for many threads. */
    @FunctionalInterface
    public interface Action {

        /**
         * The answer.
         *
         * @throws ProblemException if the arguments are not acceptable
         */
        Reply answer(Arguments arguments);
    }

    /** A question without a body, for keys of administrators until it says otherwise. */
    public static Route get(
            String path,
            String summary,
            List<Parameter<?>> parameters,
            Class<?> answer,
            List<ProblemKind> problems,
            Action action) {
        return new Route("GET", path, summary, parameters, Optional.empty(), answer, problems, action, Traits.USUAL);
    }

    /** Takes away what is at a path, for keys of administrators until it says otherwise; there is no answer but 204. */
    public static Route delete(
            String path, String summary, List<Parameter<?>> parameters, List<ProblemKind> problems, Action action) {
        return new Route(
                        "DELETE",
                        path,
                        summary,
                        parameters,
                        Optional.empty(),
                        Void.class,
                        problems,
                        action,
                        Traits.USUAL)
                .answering(204);
    }

    /** A question with a body, for keys of administrators until it says otherwise. */
    public static Route post(
            String path,
            String summary,
            List<Parameter<?>> parameters,
            Class<?> body,
            Class<?> answer,
            List<ProblemKind> problems,
            Action action) {
        return new Route("POST", path, summary, parameters, Optional.of(body), answer, problems, action, Traits.USUAL);
    }

    /** Puts the body at a path, for keys of administrators until it says otherwise. */
    public static Route put(
            String path,
            String summary,
            List<Parameter<?>> parameters,
            Class<?> body,
            Class<?> answer,
            List<ProblemKind> problems,
            Action action) {
        return new Route("PUT", path, summary, parameters, Optional.of(body), answer, problems, action, Traits.USUAL);
    }

    /** The same with another status when all goes well. */
    public Route answering(int status) {
        return with(new Traits(status, traits.mediaTypes(), traits.forBrowsers(), access()));
    }

    /** The same where the JSON of a body may be called plain text, which browsers send without asking first. */
    public Route orPlainText() {
        return with(new Traits(traits.status(), List.of(Reply.JSON, "text/plain"), traits.forBrowsers(), access()));
    }

    /** The same, open to pages of other origins. */
    public Route toBrowsers() {
        return with(new Traits(traits.status(), traits.mediaTypes(), true, access()));
    }

    /** The same for everybody. */
    public Route open() {
        return needs(Scope.OPEN);
    }

    /** The same for callers with a scope. */
    public Route needs(Scope scope) {
        return with(new Access(scope, access().keyInQuery(), access().limited()));
    }

    /** The same for callers that cannot set headers, too: their key may come in the query. */
    public Route takingKeyInQuery() {
        return with(new Access(access().scope(), true, access().limited()));
    }

    /** The same as often as callers want. */
    public Route unlimited() {
        return with(new Access(access().scope(), access().keyInQuery(), false));
    }

    private Route with(Access other) {
        return with(new Traits(traits.status(), traits.mediaTypes(), traits.forBrowsers(), other));
    }

    private Route with(Traits changed) {
        return new Route(method, path, summary, parameters, body, answer, problems, action, changed);
    }

    /** Who may call it. */
    public Access access() {
        return traits.access();
    }

    /** Method and path with its holes, which tells nothing of any user. */
    public String pattern() {
        return method + " " + path;
    }

    /** Whether a method asks for it: its own, and HEAD where it would only be asked. */
    boolean takes(String other) {
        boolean changesNothing = method.equals("GET") && access().scope() != Scope.WRITE;
        return other.equals(method) || (changesNothing && other.equals("HEAD"));
    }

    boolean isKey(String parameter) {
        return access().keyInQuery() && parameter.equals(Access.KEY_PARAMETER);
    }

    boolean isUnknown() {
        return path.isEmpty();
    }
}
