package dev.kindred.model;

/**
 * A request to merge one user into another, as when an anonymous visitor signs in. Not validated: any field may hold
 * anything.
 *
 * @param from the user whose vector is merged and deleted
 * @param into the user who receives it
 * @param timestampMs the time of the request, in epoch milliseconds; informational
 */
public record Merge(String from, String into, long timestampMs) {}
