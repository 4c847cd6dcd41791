package dev.kindred.model;

/**
 * A request to forget a user. Not validated: any field may hold anything.
 *
 * @param requestId the same in repeated requests
 * @param userId the user to forget
 * @param requestedMs when the request arrived, in epoch milliseconds; informational before it has arrived
 * @param reason for people; no data about the person
 */
public record ErasureRequest(String requestId, String userId, long requestedMs, String reason) {}
