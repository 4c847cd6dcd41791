package dev.kindred.http;

/**
 * Something that concerns all routes alike, such as who may ask and how often: it answers itself, or lets the next one
 * answer. Safe for many threads.
 */
@FunctionalInterface
public interface Filter {

    /**
     * The answer to a call.
     *
     * @param next what comes after this filter, in the end the route
     * @throws ProblemException to refuse
     */
    Reply filter(Call call, Handler next);

    /** A handler behind this filter. */
    default Handler around(Handler next) {
        return call -> filter(call, next);
    }
}
