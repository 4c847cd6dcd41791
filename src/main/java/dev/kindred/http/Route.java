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
 */
public record Route(
        String method,
        String path,
        String summary,
        List<Parameter<?>> parameters,
        Optional<Class<?>> body,
        Class<?> answer,
        List<ProblemKind> problems,
        Action action) {

    /** Takes all calls that no route matches, so that filters see them too. */
    public static final Route UNKNOWN =
            new Route("", "", "", List.of(), Optional.empty(), Void.class, List.of(), arguments -> {
                throw new IllegalStateException("there is nothing to do here");
            });

    public Route {
        parameters = List.copyOf(parameters);
        problems = List.copyOf(problems);
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

    /** A question without a body. */
    public static Route get(
            String path,
            String summary,
            List<Parameter<?>> parameters,
            Class<?> answer,
            List<ProblemKind> problems,
            Action action) {
        return new Route("GET", path, summary, parameters, Optional.empty(), answer, problems, action);
    }

    /** A question with a body. */
    public static Route post(
            String path,
            String summary,
            List<Parameter<?>> parameters,
            Class<?> body,
            Class<?> answer,
            List<ProblemKind> problems,
            Action action) {
        return new Route("POST", path, summary, parameters, Optional.of(body), answer, problems, action);
    }

    boolean isUnknown() {
        return path.isEmpty();
    }
}
