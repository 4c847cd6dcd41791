package dev.kindred.testing;

import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilarityRowStore;
import java.util.HashMap;
import java.util.Map;

/** Similarity rows in a map; loaded rows share nothing with saved ones. */
public final class InMemorySimilarityRowStore implements SimilarityRowStore {

    private final Map<String, SimilarityRow> rows = new HashMap<>();

    @Override
    public SimilarityRow load(String userId) {
        return copy(rows.getOrDefault(userId, new SimilarityRow()));
    }

    @Override
    public void save(String userId, SimilarityRow row) {
        rows.put(userId, copy(row));
    }

    @Override
    public void remove(String userId) {
        rows.remove(userId);
    }

    private static SimilarityRow copy(SimilarityRow row) {
        int[] slots = new int[row.size()];
        float[] products = new float[row.size()];
        for (int i = 0; i < row.size(); i++) {
            slots[i] = row.slot(i);
            products[i] = row.product(i);
        }
        return SimilarityRow.wrap(row.version(), row.epoch(), row.sequence(), slots, products);
    }
}
