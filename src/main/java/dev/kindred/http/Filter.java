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
     * @param next what comes after this filter, in the end the route; answers with a problem where it fails
     * @throws ProblemException to refuse
     */
    Reply filter(Call call, Handler next);
}
