package dev.kindred.content;

/**
 * How much alike two items are by what they are about: the cosine of their TF-IDF vectors, see {@link Profile#similarity}. 0
 * for an item without terms. Not thread safe.
 */
public final class ContentSimilarity {

    private static final int NONE = -1;

    private final TermView view;
    private final Profile profile = new Profile();
    private int profiled = NONE; // the item that the profile is of

    /** Compares items of a view. */
    public ContentSimilarity(TermView view) {
        this.view = view;
    }

    /** Compares two items, by number: from 0, nothing in common, to 1. */
    public double between(int item, int other) {
        if (item != profiled) {
            profile.begin(view);
            profile.add(item, 1);
            profile.end();
            profiled = item;
        }
        return profile.similarity(view.row(other));
    }
}
