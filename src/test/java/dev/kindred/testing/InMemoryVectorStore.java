package dev.kindred.testing;

import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.Cell;
import dev.kindred.vector.Header;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import dev.kindred.vector.VectorStore;
import java.util.HashMap;
import java.util.Map;

/** Vectors in maps; loaded vectors share nothing with saved ones. */
public final class InMemoryVectorStore implements VectorStore {

    private final VectorSettings settings;
    private final ItemDictionary dictionary;
    private final Map<String, Header> headers = new HashMap<>();
    private final Map<String, Map<String, Cell>> cells = new HashMap<>();

    /** A store without users. */
    public InMemoryVectorStore(VectorSettings settings, ItemDictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
    }

    @Override
    public UserVector load(String userId) {
        UserVector vector = new UserVector(settings, dictionary, headers.getOrDefault(userId, Header.EMPTY));
        cells.getOrDefault(userId, Map.of()).forEach(vector::restore);
        return vector;
    }

    @Override
    public void save(String userId, UserVector vector, int... items) {
        headers.put(userId, vector.header());
        Map<String, Cell> own = cells.computeIfAbsent(userId, user -> new HashMap<>());
        for (int item : items) {
            int at = vector.indexOf(item);
            if (at >= 0) {
                own.put(dictionary.idOf(item), vector.cell(at));
            } else {
                own.remove(dictionary.idOf(item));
            }
        }
    }

    @Override
    public void remove(String userId) {
        headers.remove(userId);
        cells.remove(userId);
    }
}
