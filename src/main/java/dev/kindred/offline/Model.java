package dev.kindred.offline;

import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * Vectors and matrix, with the classes of the stream. Every event is in the matrix before the next event; the stream
 * needs a commit for this.
 */
public final class Model {

    private final VectorSettings vectorSettings;
    private final ItemDictionary items = new ItemDictionary();
    private final Map<String, UserState> users = new HashMap<>();
    private final InteractionMatrix matrix;

    /** Nothing learned. */
    public Model(ModelSettings settings) {
        vectorSettings = settings.vector();
        matrix = new InteractionMatrix(settings.matrix(), items, 1);
    }

    /** Learns an event, for its user and for the matrix. */
    public void learn(Interaction event) {
        UserState user = user(event.userId());
        VectorChange change = user.observe(event);
        int at = user.vector().indexOf(change.item());
        if (at >= 0) {
            matrix.apply(
                    new CellKey(event.userId(), event.itemId()), user.vector().affinity(at));
        }
        if (change.hasEvicted()) {
            matrix.remove(new CellKey(event.userId(), items.idOf(change.evictedItem())));
        }
    }

    /** Learns an event for its user alone. */
    public void observe(Interaction event) {
        user(event.userId()).observe(event);
    }

    /** A user, who may be new. */
    public UserState user(String userId) {
        return users.computeIfAbsent(userId, u -> new UserState(new UserVector(vectorSettings, items)));
    }

    /** The matrix as of now. */
    public MatrixView view() {
        return matrix.view();
    }

    public ItemDictionary items() {
        return items;
    }
}
