package dev.kindred.evaluation.contenders;

import dev.kindred.model.Interaction;
import dev.kindred.similarity.SimilarityRow;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the product keeps of one user. Owned by {@link UserBased}. */
final class UserState {

    private static final int NO_ITEM = -1;

    private final UserVector vector;
    private @Nullable SimilarityRow row; // made when first needed: most users of a log are never asked for
    private @Nullable VectorChange lastChange; // not yet taken up by the row
    private int currentItem = NO_ITEM;

    UserState(UserVector vector) {
        this.vector = vector;
    }

    VectorChange observe(Interaction event) {
        VectorChange change = vector.learn(event);
        lastChange = change;
        currentItem = change.item();
        return change;
    }

    UserVector vector() {
        return vector;
    }

    SimilarityRow row() {
        SimilarityRow current = row == null ? new SimilarityRow() : row;
        row = current;
        return current;
    }

    /** The last change, once: after it is taken up there is none. */
    Optional<VectorChange> takeChange() {
        Optional<VectorChange> change = Optional.ofNullable(lastChange);
        lastChange = null;
        return change;
    }

    boolean isStranger() {
        return currentItem == NO_ITEM;
    }

    /** The item of the last event; a number that no item has for a stranger. */
    int currentItem() {
        return currentItem;
    }
}
