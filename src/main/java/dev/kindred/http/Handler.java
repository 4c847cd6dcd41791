package dev.kindred.http;

/** Answers calls. Safe for many threads. */
@FunctionalInterface
public interface Handler {

    /** The answer to a call. */
    Reply handle(Call call);
}
