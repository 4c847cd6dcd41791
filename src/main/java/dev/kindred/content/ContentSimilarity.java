package dev.kindred.content;

/**
 * The similarity of two items by content: the cosine of their TF-IDF vectors, see {@link Profile#similarity}; 0 for an
 * item without terms. Not thread safe: one per thread, reused.
 */
public final class ContentSimilarity {

    private static final int NONE = -1;

    private final Profile profile = new Profile();
    private TermView view = new TermView(new Tables(0, 0), 0);
    private int profiled = NONE; // the item in the profile

    /** Sets the view for the following comparisons. */
    public void begin(TermView of) {
        view = of;
        profiled = NONE;
    }

    /** Compares two items, by number: in [0, 1], 0 for no shared term. */
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
