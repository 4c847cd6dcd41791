package dev.kindred.model;

/**
 * A wish that all that one user did counts as another's, as when an anonymous visitor signs in. As it was decoded or
 * written by somebody: any field may hold anything.
 *
 * @param from whose vector goes
 * @param into whose vector takes it up
 * @param timestampMs when that was asked for, in epoch milliseconds; nothing depends on it
 */
public record Merge(String from, String into, long timestampMs) {}
