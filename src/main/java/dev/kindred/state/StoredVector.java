package dev.kindred.state;

import dev.kindred.vector.UserVector;

/**
 * One user's vector, as found by a scan.
 *
 * @param vector owned by the caller
 */
public record StoredVector(String userId, UserVector vector) {}
