package dev.kindred.topology;

import dev.kindred.matrix.MatrixView;
import dev.kindred.similarity.AsOf;
import org.jspecify.annotations.Nullable;

/** An item whose similar items one task publishes, and when it computed them last. Not thread safe: one per task. */
final class OwnItem {

    private final String id;
    private final int number;
    private @Nullable AsOf computed;
    private long visibilityChanges; // of the catalog then

    OwnItem(String id, int number) {
        this.id = id;
        this.number = number;
    }

    String id() {
        return id;
    }

    int number() {
        return number;
    }

    /**
     * Whether the similar items that were computed last are still good.
     *
     * @param visibilityNow {@link dev.kindred.catalog.Catalog#visibilityChanges} of the catalog: items that are hidden or
     *     shown again may be on any list
     */
    boolean isFresh(double staleness, long visibilityNow, MatrixView view) {
        return computed != null && visibilityChanges == visibilityNow && computed.isFresh(staleness, view);
    }

    /** To be called before they are computed, so that no later change is taken for known. */
    void computedWith(long visibilityNow, MatrixView view) {
        visibilityChanges = visibilityNow;
        computed = AsOf.now(number, view);
    }
}
