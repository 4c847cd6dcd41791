package dev.kindred.vector;

/** Where vectors live between events. */
public interface VectorStore {

    /** The user's vector; an empty one for a user without events. The caller may change it and then {@link #save}. */
    UserVector load(String userId);

    /**
     * Keeps what one event changed: the header, the touched cell, and the loss of an evicted one.
     *
     * @param vector as {@link #load} gave it, after it {@linkplain UserVector#learn learned} one event
     * @param change what that event did
     */
    void save(String userId, UserVector vector, VectorChange change);
}
