package dev.kindred.state;

import dev.kindred.testing.InMemoryVectorStore;
import dev.kindred.vector.VectorStore;

final class InMemoryVectorStoreTest extends VectorStoreLaws {

    private final VectorStore store = new InMemoryVectorStore(SETTINGS, dictionary);

    @Override
    VectorStore store() {
        return store;
    }
}
