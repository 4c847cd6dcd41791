package dev.kindred.vector;

/** Where vectors live between events. */
public interface VectorStore {

    /** The user's vector; an empty one for a user without events. The caller may change it and then {@link #save}. */
    UserVector load(String userId);

    /**
     * Keeps the header, and of some items the cells as they are now, or their loss.
     *
     * @param vector as {@link #load} gave it, after it {@linkplain UserVector#learn learned} one event or
     *     {@linkplain UserVector#takeUp took up} another vector
     * @param items that this changed
     */
    void save(String userId, UserVector vector, int... items);

    /** Forgets a user, if there is one. */
    void remove(String userId);
}
