package dev.kindred.intake;

/**
 * The result of reading one record of a request.
 *
 * @param <R> the type of raw records
 */
public sealed interface Reading<R> {

    /** A record that can be read; it is not validated yet. */
    record Read<R>(R record) implements Reading<R> {}

    /** A record that cannot be read. */
    record Failed<R>(Rejection rejection) implements Reading<R> {}
}
