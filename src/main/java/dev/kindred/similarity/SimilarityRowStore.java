package dev.kindred.similarity;

/** Where similarity rows live between events. They are derived: losing one costs time, nothing else. */
public interface SimilarityRowStore {

    /** The user's row; one that was never computed if none is kept. The caller may change it and then {@link #save}. */
    SimilarityRow load(String userId);

    /** Keeps a row that changed. */
    void save(String userId, SimilarityRow row);

    /** Forgets a user's row, if there is one. */
    void remove(String userId);
}
