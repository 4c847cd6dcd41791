package dev.kindred.similarity;

/** A store of similarity rows. They are derived data: a lost row costs only its recomputation. */
public interface SimilarityRowStore {

    /** The user's row; an uncomputed one if none is stored. The caller may change it and then {@link #save}. */
    SimilarityRow load(String userId);

    /** Saves a changed row. */
    void save(String userId, SimilarityRow row);

    /** Removes a user's row, if there is one. */
    void remove(String userId);
}
