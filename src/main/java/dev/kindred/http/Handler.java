package dev.kindred.http;

/** Answers requests. Safe for many threads. */
@FunctionalInterface
public interface Handler {

    /** The answer to a request. */
    Reply handle(Call call);
}
