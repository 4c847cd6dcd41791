package dev.kindred.state;

import dev.kindred.vector.UserVector;

/**
 * What a scan finds of one user.
 *
 * @param vector owned by whoever asked for it
 */
public record StoredVector(String userId, UserVector vector) {}
