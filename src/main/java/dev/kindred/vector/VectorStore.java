package dev.kindred.vector;

/** A store of vectors. */
public interface VectorStore {

    /** The user's vector; an empty one for a user without events. The caller may change it and then {@link #save}. */
    UserVector load(String userId);

    /**
     * Saves the header, and the current cells of some items or their removal.
     *
     * @param vector a vector from {@link #load}, after it {@linkplain UserVector#learn learned} one event or was
     *     {@linkplain UserVector#mergeFrom merged} with another vector
     * @param items the items that changed
     */
    void save(String userId, UserVector vector, int... items);

    /** Removes a user's vector, if there is one. */
    void remove(String userId);
}
