package dev.kindred.state;

import dev.kindred.similarity.SimilarityRowStore;
import dev.kindred.testing.InMemorySimilarityRowStore;

final class InMemorySimilarityRowStoreTest extends SimilarityRowStoreLaws {

    private final SimilarityRowStore store = new InMemorySimilarityRowStore();

    @Override
    SimilarityRowStore store() {
        return store;
    }
}
