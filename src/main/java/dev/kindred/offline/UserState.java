package dev.kindred.offline;

import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of one user. Owned by its {@link Model}. */
public final class UserState {

    private final UserVector vector;
    private @Nullable SimilarityRow row; // created on demand: most users of a log get no request
    private @Nullable VectorChange lastChange; // not yet merged into the row
    private int currentItem = ItemDictionary.NONE;

    UserState(UserVector vector) {
        this.vector = vector;
    }

    VectorChange observe(Interaction event) {
        VectorChange change = vector.learn(event);
        lastChange = change;
        currentItem = change.item();
        return change;
    }

    public UserVector vector() {
        return vector;
    }

    /** The similarities that updates keep. */
    SimilarityRow row() {
        SimilarityRow current = row == null ? new SimilarityRow() : row;
        row = current;
        return current;
    }

    /** Returns the last change once; later calls return none. */
    Optional<VectorChange> takeChange() {
        Optional<VectorChange> change = Optional.ofNullable(lastChange);
        lastChange = null;
        return change;
    }

    /** The item of the last event; {@link ItemDictionary#NONE} before the first. */
    public int currentItem() {
        return currentItem;
    }
}
